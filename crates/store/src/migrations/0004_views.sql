-- A saved way of looking at a list. Whom it is shared with says who finds it; what they see in it is bounded as ever.
CREATE TABLE views (
    id {{id}},
    noun {{text}} NOT NULL CONSTRAINT views_noun_known CHECK (noun IN ('deal', 'company', 'person')),
    title {{text}} NOT NULL,
    as_board {{bool}} NOT NULL,
    query {{text}} NOT NULL,
    owner_id {{int}} NOT NULL REFERENCES members (id),
    shared {{text}} NOT NULL CONSTRAINT views_shared_known CHECK (shared IN ('own', 'team', 'all')),
    created_at {{instant}} NOT NULL
) {{strict}};
CREATE INDEX views_noun ON views (noun);
CREATE INDEX views_owner ON views (owner_id);

-- The view that a member begins with.
CREATE TABLE first_views (
    member_id {{int}} NOT NULL REFERENCES members (id),
    noun {{text}} NOT NULL,
    view_id {{int}} NOT NULL REFERENCES views (id),
    PRIMARY KEY (member_id, noun)
) {{strict}};
CREATE INDEX first_views_view ON first_views (view_id);
