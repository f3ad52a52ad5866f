// Bundles the styles and scripts into the folder given: face.css, face.js and what is static.
import { cp, mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = process.argv[2] ?? here("dist");

await mkdir(out, { recursive: true });
await cp(here("static"), out, { recursive: true });
await build({
  entryPoints: { face: here("src/face.ts") },
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  logLevel: "error",
});
await build({
  entryPoints: { face: here("css/face.css") },
  outdir: out,
  bundle: true,
  minify: true,
  logLevel: "error",
});
