// On a phone the search hides behind a button; a real one, so that a keyboard presses it too.
(function () {
  "use strict";
  var button = document.querySelector(".find");
  var open = document.getElementById("__search");
  var words = document.querySelector(".md-search__input");
  if (!button || !open || !words) return;
  button.addEventListener("click", function () {
    if (!open.checked) open.click();
    words.focus();
  });
})();
