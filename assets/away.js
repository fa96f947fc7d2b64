/* Taking away: the addresses of the files keep to the view. The dialog, and what reads a dropped file, come when they are wanted. */
(function (m) {
  "use strict";
  var away = (m.away = {}), coming = null, own = false;

  /* A file of the view as it is now. more: further parts of the query, [key, value]; without a value they are left out. */
  away.url = function (file, more) {
    var parts = [m.address.write(m.view)].concat((more || []).filter(function (pair) { return pair[1]; }).map(function (pair) {
      return pair[0] + "=" + encodeURIComponent(pair[1]);
    })).filter(Boolean);
    return m.base + file + (parts.length ? "?" + parts.join("&") : "");
  };

  away.follow = function () {
    document.querySelectorAll("[data-file]").forEach(function (link) { link.href = away.url("download/" + link.dataset.file); });
    if (away.followed) away.followed();
  };

  function fetched(url) {
    return new Promise(function (done, failed) {
      var isStyle = /\.css$/.test(url), node = m.words.el(isStyle ? "link" : "script", isStyle ? { rel: "stylesheet", href: url } : { src: url });
      node.onload = done;
      node.onerror = failed;
      document.head.appendChild(node);
    });
  }

  /* Does what needs the later part of the script, which is fetched once. */
  away.load = function (act) {
    coming = coming || Promise.all(m.basics.away.map(fetched));
    coming.then(act, function () {
      coming = null;
      m.words.notices(["A part of the page could not be loaded. Reload the page to try again."]);
    });
  };

  away.open = function (button) { away.load(function () { away.dialog.open(button); }); };

  /* A file from outside over the page; what is dragged within the page is none. */
  function hold(event) {
    if (own || Array.from(event.dataTransfer.types).indexOf("Files") < 0) return false;
    event.preventDefault();
    return true;
  }
  function hint(on) { document.body.classList.toggle("dropping", on); }

  away.start = function () {
    document.addEventListener("dragstart", function () { own = true; });
    document.addEventListener("dragend", function () { own = false; });
    document.addEventListener("dragover", function (event) {
      if (!hold(event)) return;
      event.dataTransfer.dropEffect = "copy";
      hint(true);
    });
    document.addEventListener("dragleave", function (event) { if (!event.relatedTarget) hint(false); });
    document.addEventListener("drop", function (event) {
      hint(false);
      if (!hold(event)) return;
      var files = Array.from(event.dataTransfer.files), folders = Array.from(event.dataTransfer.items).filter(function (item) {
        var entry = item.webkitGetAsEntry && item.webkitGetAsEntry();
        return entry && entry.isDirectory;
      }).length; // both are gone once this event is over
      away.load(function () { away.dropped.take(files, folders); });
    });
  };
})((window.monitor = window.monitor || {}));
