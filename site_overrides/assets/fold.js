/* Folds stand open in the page, for paper and where no script runs; a screen folds them, those
   marked narrow only where it is narrow. */
(function () {
  "use strict";
  const folds = Array.from(document.querySelectorAll("details.fold"));
  const button = document.querySelector(".fold-all");
  const narrow = window.matchMedia("(max-width: 760px)");
  let before = [];

  function stays(fold) { return fold.classList.contains("narrow") && !narrow.matches; }

  function set(open) {
    folds.forEach((fold) => { fold.open = open || stays(fold); });
  }

  // What was folded had no place to jump to.
  function unfoldTarget() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    const fold = target && target.closest("details.fold");
    if (fold && !fold.open) {
      fold.open = true;
      target.scrollIntoView();
    }
  }

  set(false);
  unfoldTarget();
  window.addEventListener("hashchange", unfoldTarget);
  window.addEventListener("resize", () => {
    folds.filter(stays).forEach((fold) => { fold.open = true; });
  });
  window.addEventListener("beforeprint", () => {
    before = folds.map((fold) => fold.open);
    set(true);
  });
  window.addEventListener("afterprint", () => {
    folds.forEach((fold, index) => { fold.open = before[index]; });
  });
  if (button && folds.length) {
    let open = false;
    button.hidden = false;
    button.addEventListener("click", () => {
      open = !open;
      set(open);
      button.textContent = open ? "答案全部收起" : "答案全部展开";
    });
  }
})();
