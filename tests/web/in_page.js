// Run inside a page under test: what a small screen, a finger and a keyboard meet there.
(() => {
  const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";
  const TOUCHED = "a[href], button, input, select, textarea, summary, label[for], [role=button]";

  const shown = (element) =>
    element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true });

  const clear = (element) => {
    for (let one = element; one; one = one.parentElement)
      if (getComputedStyle(one).opacity === "0") return false;
    return true;
  };

  const kind = (element) =>
    `${element.localName}${[...element.classList].map((name) => `.${name}`).join("")}`;

  // What it is, where, and its first words.
  const named = (element) => {
    const words = element.textContent.trim().replace(/\s+/g, " ").slice(0, 20);
    return `${kind(element.parentElement)} > ${kind(element)} "${words}"`;
  };

  // What stands beyond an edge, or scrolls sideways, in the part of the page that is read.
  function beyond() {
    const wrong = [];
    for (const element of document.querySelectorAll("body *")) {
      if (!shown(element) || !clear(element)) continue;
      const { left, right, width, height } = element.getBoundingClientRect();
      // Words only for screen readers are a pixel wide; what is folded away stands wholly left.
      const seen = width > 1 && height > 1 && right > 0;
      if (seen && (right > innerWidth + 1 || left < -1)) wrong.push(`beyond: ${named(element)}`);
      // A card beside the column it stands in.
      const column = element.parentElement.getBoundingClientRect();
      const cells = getComputedStyle(element.parentElement).display === "grid" && column.width > 1;
      if (seen && cells && right > column.right + 1) wrong.push(`sticks out: ${named(element)}`);
      const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowX);
      if (seen && scrolls && element.scrollWidth > element.clientWidth + 1)
        wrong.push(`scrolls: ${named(element)}`);
    }
    return wrong;
  }

  // A target is in running text when it is laid out inline and its block also holds words that
  // are not a target, the label of a card included: its height is then that of the text (as
  // WCAG 2.5.8 exempts). A number to call is never exempt.
  function inRunningText(element) {
    if (getComputedStyle(element).display !== "inline") return false;
    if (element.matches("[href^='tel:']")) return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    if (!/^(none|normal|"")$/.test(getComputedStyle(block, "::before").content)) return true;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      let parent = text.parentElement;
      if (!text.data.trim() || parent.closest(TOUCHED)) continue;
      while (parent !== block && getComputedStyle(parent).display === "inline")
        parent = parent.parentElement;
      if (parent === block) return true;
    }
    return false;
  }

  // How far a finger may stray from the middle and still hit the target or its label.
  function reach(element) {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const [{ left, right, top, bottom }] = element.getClientRects();
    const partners = [element, ...(element.labels || []), element.control].filter(Boolean);
    const hits = (x, y) => {
      const hit = document.elementFromPoint(x, y);
      return partners.some((one) => one.contains(hit));
    };
    const run = (x, y, stepX, stepY) => {
      let steps = 0;
      while (steps < 60 && hits(x + stepX * (steps + 1), y + stepY * (steps + 1))) steps += 1;
      return steps;
    };
    const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
    const y = (top + bottom) / 2;
    if (!hits(x, y)) return undefined;
    return [run(x, y, -1, 0) + run(x, y, 1, 0) + 1, run(x, y, 0, -1) + run(x, y, 0, 1) + 1];
  }

  function smallTargets(least) {
    const wrong = [];
    for (const element of document.querySelectorAll(TOUCHED)) {
      if (!shown(element) || !clear(element) || element.tabIndex < -1) continue;
      const { right, width, height } = element.getBoundingClientRect();
      if (right <= 0 || width <= 1 || height <= 1 || inRunningText(element)) continue;
      const size = reach(element);
      if (!size) wrong.push(`covered: ${named(element)}`);
      else if (size[0] < least) wrong.push(`narrow: ${named(element)} (${size.join("×")})`);
      else if (size[1] < least) wrong.push(`low: ${named(element)} (${size.join("×")})`);
    }
    return wrong;
  }

  // Everything the Tab key must reach, in the order of the page.
  function stops() {
    const groups = new Set();
    return [...document.querySelectorAll(FOCUSABLE)].filter((element) => {
      if (element.tabIndex < 0 || element.disabled || !shown(element)) return false;
      if (element.type !== "radio" || !element.name) return true;
      // Tab enters a group of radio buttons once, at the chosen one.
      const group = [...document.getElementsByName(element.name)];
      const chosen = group.find((one) => one.checked);
      if (chosen ? chosen !== element : groups.has(element.name)) return false;
      groups.add(element.name);
      return true;
    });
  }

  const look = (element) =>
    [element, ...(element.labels || [])]
      .map((one) => {
        const style = getComputedStyle(one);
        const outlined = style.outlineStyle !== "none" && style.outlineWidth !== "0px";
        return [
          outlined && style.outline,
          style.boxShadow,
          style.backgroundColor,
          style.borderTopColor,
          style.borderBottomColor,
          style.textDecorationLine,
        ].join();
      })
      .join();

  function uncovered(element) {
    const faces = [element, ...(element.labels || [])].filter((one) => shown(one) && clear(one));
    return faces.some((face) =>
      [...face.getClientRects()].some(({ left, right, top, bottom }) =>
        [0.1, 0.5, 0.9].some((part) => {
          const hit = document.elementFromPoint(left + (right - left) * part, (top + bottom) / 2);
          return face.contains(hit);
        }),
      ),
    );
  }

  const journey = new Map();

  // Notes where the Tab key has led; answers whether it is still inside the page.
  function stopped() {
    const element = document.activeElement;
    if (!element || element === document.body || journey.has(element)) return false;
    journey.set(element, [look(element), uncovered(element)]);
    return true;
  }

  function journeysFaults() {
    const wanted = stops();
    document.activeElement.blur();
    const wrong = wanted
      .filter((element) => !journey.has(element))
      .map((element) => `never reached: ${named(element)}`);
    const order = [...journey.keys()];
    order.forEach((element, place) => {
      const before = order[place - 1];
      if (before && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING))
        wrong.push(`out of order: ${named(element)}`);
    });
    for (const [element, [focused, seen]] of journey) {
      if (!seen) wrong.push(`focused but out of sight: ${named(element)}`);
      else if (look(element) === focused) wrong.push(`no visible focus: ${named(element)}`);
    }
    for (const label of document.querySelectorAll("label[for]")) {
      const { right, width, height } = label.getBoundingClientRect();
      const there = shown(label) && clear(label) && right > 0 && width > 1 && height > 1;
      if (there && (!label.control || !shown(label.control)))
        wrong.push(`only for a mouse: ${named(label)}`);
    }
    return wrong;
  }

  // Words in smaller type than this many pixels.
  function smallWords(least) {
    const wrong = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const element = text.parentElement;
      if (!text.data.trim() || !shown(element)) continue;
      const size = parseFloat(getComputedStyle(element).fontSize);
      if (size < least) wrong.push(`${size} px: ${named(element)}`);
    }
    return wrong;
  }

  return { beyond, smallTargets, smallWords, stops, stopped, journeysFaults };
})();
