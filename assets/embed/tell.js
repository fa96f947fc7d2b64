/* Tells the page around a frame how high the frame's content is: the height and the names of the panels, never the address. */
(function () {
  "use strict";
  var content = document.querySelector(".embed"), told = 0, isHeard = false;
  if (window.parent === window) return;

  function tell() {
    var height = Math.ceil(content.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    window.parent.postMessage({ monitor: "height", height: height, panel: content.dataset.panels }, "*"); // whoever shows the frame may know its height
  }

  /* Somebody there gives the frame its height: it needs no scroll bar, which would take width while it is being fitted. */
  window.addEventListener("message", function (event) {
    if (isHeard || event.source !== window.parent || !event.data || event.data.monitor !== "fitted") return;
    isHeard = true;
    document.documentElement.classList.add("fitted");
    told = 0;
    tell();
  });

  new ResizeObserver(tell).observe(content);
})();
