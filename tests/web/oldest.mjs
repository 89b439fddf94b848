// What a style sheet asks of a browser, held against the table of what the oldest ones can.
import { createRequire } from "node:module";

import browserslist from "browserslist";
import postcss from "postcss";

export const OLDEST = ["chrome >= 86", "firefox esr"];

const table = createRequire(import.meta.url)("@mdn/browser-compat-data").css;

// Where a browser lacks these a page looks plainer and loses nothing.
const HARMLESS =
  /^(-.*|accent-color|(print-)?color-adjust|scrollbar-.*|text-wrap|text-underline-offset|break-after: avoid)$/;

const oldest = {};
for (const [name, version] of browserslist(OLDEST).map((entry) => entry.split(" ")))
  oldest[name] = Math.min(oldest[name] ?? Infinity, parseFloat(version));

function lacks(entry) {
  const support = entry?.__compat?.support;
  if (!support) return [];
  const can = (browser, version) =>
    [support[browser]]
      .flat()
      .some(
        (one) =>
          parseFloat(one?.version_added) <= version &&
          !(parseFloat(one.version_removed) <= version) &&
          !one.flags &&
          !one.prefix &&
          !one.alternative_name,
      );
  return Object.entries(oldest)
    .filter(([browser, version]) => !can(browser, version))
    .map(([browser, version]) => `${browser} ${version}`);
}

const functions = {};
(function gather(branch) {
  for (const [name, entry] of Object.entries(branch)) {
    if (name === "__compat" || !entry || typeof entry !== "object") continue;
    functions[name] ??= entry;
    gather(entry);
  }
})(table.types);

function guarded(node) {
  for (let above = node.parent; above; above = above.parent)
    if (above.type === "atrule" && above.name === "supports") return true;
  return false;
}

function hasFallback(declaration) {
  const name = declaration.prop;
  return declaration.parent.some(
    (other) =>
      other !== declaration &&
      other.type === "decl" &&
      (other.prop === `-webkit-${name}` ||
        (other.prop === name &&
          declaration.parent.index(other) < declaration.parent.index(declaration))),
  );
}

function* wants(node) {
  if (node.type === "atrule") yield [`@${node.name}`, table["at-rules"][node.name]];
  if (node.type === "rule")
    for (const [, name] of node.selector.matchAll(/:([a-z][a-z-]*)/g))
      yield [`:${name}`, table.selectors[name]];
  if (node.type === "decl" && !node.prop.startsWith("--")) {
    const property = table.properties[node.prop];
    yield [node.prop, property];
    for (const [, name] of node.value.matchAll(/([a-z-]+)\(/g)) yield [`${name}()`, functions[name]];
    for (const name of node.value.split(/[\s,]+/))
      yield [`${node.prop}: ${name}`, name === "__compat" ? undefined : property?.[name]];
  }
}

// Yields [line, sentence].
export function* tooNew(text) {
  const nodes = [];
  postcss.parse(text).walk((node) => nodes.push(node));
  for (const node of nodes) {
    if (guarded(node)) continue;
    if (node.type === "decl" && (HARMLESS.test(node.prop) || hasFallback(node))) continue;
    for (const [name, entry] of wants(node)) {
      const browsers = lacks(entry);
      if (browsers.length && !HARMLESS.test(name)) yield [node.source.start.line, `${name} is unknown to ${browsers}`];
    }
  }
}
