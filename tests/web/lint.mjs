// Checks style sheets and scripts against the oldest browsers the site is for.
//
// Standard input: a JSON list of {name, kind, text}; kind is "style" or "script", and begins with
// "theme " where it is the theme's. Standard output: a JSON list of sentences, one a fault.
import { text as whole } from "node:stream/consumers";

import { parse } from "acorn";
import { ESLint } from "eslint";
import compat from "eslint-plugin-compat";
import es from "eslint-plugin-es-x";
import stylelint from "stylelint";

import { OLDEST, tooNew } from "./oldest.mjs";

// Of the theme's scripts only what Chromium 86 cannot read would be a fault.
const THEME_LANGUAGE = 2018;

const eslint = new ESLint({
  overrideConfigFile: true,
  ignore: false,
  baseConfig: [
    es.configs["flat/restrict-to-es2020"],
    {
      // Every word of the language newer than 2015 is refused by the parser; what the plugins
      // add are the objects and methods that Chromium 86 lacks.
      languageOptions: { ecmaVersion: 2015, sourceType: "script" },
      linterOptions: { noInlineConfig: true },
      plugins: { compat },
      settings: { browsers: OLDEST, "es-x": { aggressive: true } },
      rules: { "compat/compat": "error" },
    },
  ],
});

const styles = {
  plugins: ["stylelint-no-unsupported-browser-features"],
  ignoreDisables: true,
  rules: {
    "plugin/no-unsupported-browser-features": [
      true,
      // It takes a :not() of one simple selector, as old as CSS 3, for one of a list.
      { browsers: OLDEST, ignorePartialSupport: true, ignore: ["css-not-sel-list"] },
    ],
    "block-no-empty": true,
    "color-no-invalid-hex": true,
    "declaration-block-no-duplicate-custom-properties": true,
    "declaration-block-no-duplicate-properties": [
      true,
      { ignore: ["consecutive-duplicates-with-different-values"] },
    ],
    "property-no-unknown": true,
    "selector-pseudo-class-no-unknown": true,
    "unit-no-unknown": true,
  },
};

async function faults({ name, kind, text }) {
  const told = (pairs) => pairs.map(([line, said]) => `${name}:${line}: ${said}`);
  if (kind === "theme style") return told([...tooNew(text)]);
  if (kind === "style") {
    const { results } = await stylelint.lint({ code: text, config: styles });
    const linted = results[0].warnings.map((found) => [found.line, found.text]);
    return told([...linted, ...tooNew(text)]);
  }
  if (kind === "theme script") {
    try {
      parse(text, { ecmaVersion: THEME_LANGUAGE });
      return [];
    } catch (error) {
      return [`${name}: ${error.message}`];
    }
  }
  const [{ messages }] = await eslint.lintText(text, { filePath: "script.js" });
  return told(messages.map((found) => [found.line, found.message]));
}

const sources = JSON.parse(await whole(process.stdin));
const found = [];
for (const source of sources) found.push(...(await faults(source)));
process.stdout.write(JSON.stringify(found));
