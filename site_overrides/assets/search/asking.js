/* What a question is about: handbookAsking(...) gives concepts(query), a list of
   { word, weight, terms: [the word and what means the same], parts: [pairs of its characters] }. */
(function (root) {
  "use strict";

  const { HAN, SAID, blurred, signs, pairs } = root.handbookWords;
  // What a single character says beside a pair: it stood alone, or its pair stands nowhere.
  const LONE = 0.3;
  const LOST = 0.35;
  const SAID_BEFORE = new Set(SAID);
  const LONGEST_SAID = 4;
  const LONGEST = 10;
  const MOST = 24;
  const LETTERS = /^[a-z]+$/;

  // How words sound, each way of hearing a word with the words heard so.
  function sounding(words, sound) {
    const heard = new Map();
    const spelt = new Map();
    const add = (map, key, meant) => {
      const before = map.get(key);
      if (!before) map.set(key, [meant]);
      else if (!before.includes(meant)) before.push(meant);
    };
    words.forEach((word) => {
      if (!Array.from(word).every((sign) => HAN.test(sign))) return;
      const read = sound(word);
      add(heard, read.map(blurred).join(" "), word);
      add(spelt, read.join(""), word);
      add(spelt, read.map((syllable) => syllable[0]).join(""), word);
      // People write a part of a name: two to four characters of it.
      for (let length = 2; length <= 4 && length < word.length; length += 1) {
        for (let start = 0; start + length <= word.length; start += 1) {
          const part = word.slice(start, start + length);
          if (!SAID_BEFORE.has(part)) add(spelt, read.slice(start, start + length).join(""), part);
        }
      }
    });
    return { heard: heard, spelt: spelt };
  }

  // `same` leads from a word to its group, `sound` to its syllables; `anywhere` says whether a text has it.
  function asking(vocabulary, same, sound, anywhere) {
    const words = Array.from(vocabulary).filter((word) => word.length > 1 && word.length <= LONGEST);
    const known = new Set(words);
    // Most questions are written right and in Chinese: sounds are made when one is not.
    let sounds = null;
    const sounded = () => (sounds = sounds || sounding(words, sound));

    function concept(word, weight) {
      const group = same.get(word) || [];
      const run = signs(word);
      return { word: word, weight: weight, terms: [word].concat(group.filter((other) => other !== word)), parts: run.length > 2 ? pairs(run) : [] };
    }

    // Letters that are no word of the texts: pinyin, whole or initials, of words we know.
    function fromPinyin(run) {
      const { spelt } = sounded();
      const found = [];
      let rest = run;
      while (rest.length > 1) {
        let length = rest.length;
        while (length > 1 && !spelt.has(rest.slice(0, length))) length -= 1;
        if (length < 2 || (length < 4 && length < run.length)) return found;
        const meant = spelt.get(rest.slice(0, length));
        const merged = concept(meant[0], 1);
        meant.slice(1, 6).forEach((word) => { merged.terms = merged.terms.concat(concept(word, 1).terms); });
        found.push(merged);
        rest = rest.slice(length);
      }
      return found;
    }

    // A run no text knows: words that sound the same and share at least half of its characters.
    function fromSound(run) {
      const { heard } = sounded();
      const read = run.map((sign) => blurred(sound(sign)[0]));
      for (let length = Math.min(run.length, 6); length > 1; length -= 1) {
        for (let start = 0; start + length <= run.length; start += 1) {
          const alike = (word) => Array.from(word).filter((sign, i) => sign === run[start + i]).length / length;
          const meant = (heard.get(read.slice(start, start + length).join(" ")) || []).find((word) => alike(word) >= 0.5 && alike(word) < 1);
          if (meant) return { start: start, end: start + length, concept: concept(meant, alike(meant)) };
        }
      }
      return null;
    }

    // Letters, alone or in syllables with spaces between them.
    function fromLetters(run) {
      if (known.has(run[0]) || run.length === 1 && anywhere(run[0])) return [concept(run[0], 1)];
      const meant = fromPinyin(run.join(""));
      if (meant.length) return meant;
      return run.length === 1 ? [concept(run[0], 1)] : [].concat(...run.map((one) => fromLetters([one])));
    }

    // What no known word covers: pairs of characters.
    function fromRun(run) {
      if (run.length === 0) return [];
      if (run.length === 1) return !HAN.test(run[0]) || anywhere(run[0]) ? [concept(run[0], HAN.test(run[0]) ? LONE : 1)] : [];
      const cut = pairs(run);
      if (!cut.every(anywhere)) {
        const repair = fromSound(run);
        if (repair) return fromRun(run.slice(0, repair.start)).concat([repair.concept], fromRun(run.slice(repair.end)));
      }
      const found = cut.map((pair) => concept(pair, 1 / Math.sqrt(cut.length)));
      // Of pairs that stand nowhere single characters may be left; they only help to rank.
      const lost = new Set();
      cut.forEach((pair, i) => { if (!anywhere(pair)) { lost.add(run[i]); lost.add(run[i + 1]); } });
      cut.forEach((pair, i) => { if (anywhere(pair)) { lost.delete(run[i]); lost.delete(run[i + 1]); } });
      lost.forEach((sign) => { if (HAN.test(sign) && anywhere(sign)) found.push(concept(sign, LOST / Math.sqrt(cut.length))); });
      return found;
    }

    // Known words by longest match; what is said around a question falls away; the rest is runs.
    return function concepts(query) {
      const found = [];
      let run = [];
      const close = () => { found.push(...fromRun(run)); run = []; };
      const text = signs(query);
      let at = 0;
      while (at < text.length) {
        if (text[at] === " ") { close(); at += 1; continue; }
        let taken = 0;
        for (let length = Math.min(LONGEST, text.length - at); length > 1 && !taken; length -= 1) {
          const word = text.slice(at, at + length).join("");
          if (known.has(word) && !SAID_BEFORE.has(word)) { close(); found.push(concept(word, 1)); taken = length; }
        }
        for (let length = Math.min(LONGEST_SAID, text.length - at); length > 0 && !taken; length -= 1) {
          if (SAID_BEFORE.has(text.slice(at, at + length).join(""))) { close(); taken = length; }
        }
        if (!taken && LETTERS.test(text[at])) {
          close();
          const letters = [text[at]];
          taken = 1;
          while (text[at + taken] === " " && LETTERS.test(text[at + taken + 1] || "")) { letters.push(text[at + taken + 1]); taken += 2; }
          found.push(...fromLetters(letters));
        }
        if (!taken) { run.push(text[at]); taken = 1; }
        at += taken;
      }
      close();
      // Nothing but small words: then they are the question.
      const all = found.length || !text.length ? found : pairs(text.filter((sign) => sign !== " ")).map((pair) => concept(pair, 1));
      return all.slice(0, MOST);
    };
  }

  root.handbookAsking = asking;
})(typeof self === "undefined" ? this : self);
