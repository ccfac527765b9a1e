// Block Kit -> HTML by somebody else's renderer. Standard input: [{"title", "blocks"}…] as JSON; standard output: a page.
import { readFileSync } from "node:fs";
import { createElement as element } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Message } from "slack-blocks-to-jsx";

const style = readFileSync(new URL("./node_modules/slack-blocks-to-jsx/dist/style.css", import.meta.url), "utf8");
const posts = JSON.parse(readFileSync(0, "utf8"));
const time = new Date("2026-11-23T08:30:00Z");
const shown = posts.map(({ name, blocks }) =>
  element(Message, { key: name, name, logo: "data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9' fill='%231d3557'/><text x='2.4' y='6.6' font-size='6' fill='white'>S</text></svg>", time, blocks }),
);
process.stdout.write(
  `<!doctype html><meta charset="utf-8"><style>${style} body { margin: 16px; background: white; font-family: Lato, sans-serif }</style>` +
    `<section class="slack_blocks_to_jsx">${renderToStaticMarkup(element("div", {}, ...shown))}</section>`,
);
