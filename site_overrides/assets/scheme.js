// Light or dark, against what the system says; kept where the browser lets it be kept.
(function () {
  "use strict";
  var button = document.getElementById("scheme");
  var root = document.documentElement;
  if (!button || !window.matchMedia) return;
  function dark() {
    var chosen = root.getAttribute("data-scheme");
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }
  function tell() {
    button.textContent = dark() ? "浅色" : "深色";
  }
  button.addEventListener("click", function () {
    var next = dark() ? "light" : "dark";
    root.setAttribute("data-scheme", next);
    try {
      localStorage.setItem("handbook/scheme", next);
    } catch (refused) {
      // It holds until the page is left.
    }
    tell();
  });
  button.hidden = false;
  tell();
})();
