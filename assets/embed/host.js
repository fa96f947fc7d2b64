/* For a page that shows the monitor in frames: gives each frame the height that its content tells. One file, no settings, nothing inline:
   <script src="…/embed.js" async></script>. Only frames of the address that this script came from are heard. */
(function () {
  "use strict";
  var HIGHEST = 10000, home = new URL(document.currentScript.src).origin; // pixels

  function frames() { return Array.prototype.slice.call(document.getElementsByTagName("iframe")); }
  function greet(frame) { frame.contentWindow.postMessage({ monitor: "fitted" }, "*"); }
  function isOurs(frame) { return !!frame.src && frame.src.indexOf(home + "/") === 0 && !!frame.contentWindow; }

  window.addEventListener("message", function (event) {
    var told = event.data;
    if (event.origin !== home || !told || told.monitor !== "height" || !(told.height > 0 && told.height <= HIGHEST)) return;
    frames().forEach(function (frame) {
      if (frame.contentWindow !== event.source) return;
      frame.style.height = Math.ceil(told.height) + "px";
      greet(frame);
    });
  });

  frames().filter(isOurs).forEach(greet); // those that told before this script had come
})();
