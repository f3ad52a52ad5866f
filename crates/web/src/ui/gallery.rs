//! Every part of the face in one place.
