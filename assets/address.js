/* The address: the page's only state. Reading and writing it in the browser keeps a click to one request.
   What is lawful is decided by the server, which sends back the canonical form and says what it changed. */
(function (m) {
  "use strict";
  var address = (m.address = {});

  address.read = function (search) {
    var found = new URLSearchParams(search === undefined ? window.location.search : search), view = {};
    m.basics.keys.forEach(function (key) { if (found.get(key)) view[key] = found.get(key); });
    return view;
  };

  /* The query of a view, or of those keys of it that are named; canonical order, defaults left out. */
  address.write = function (view, only) {
    return m.basics.keys.filter(function (key) {
      return view[key] && (!only || only.indexOf(key) >= 0) && view[key] !== m.basics.defaults[key];
    }).map(function (key) {
      return key + "=" + encodeURIComponent(view[key]).replace(/%2C/g, ",");
    }).join("&");
  };

  /* The part of the address that a panel depends on: what a measure compares only where one is shown, or groups are. */
  address.keys = function (view, panel) {
    var keys = m.basics.panels[panel];
    if (view.measure || panel === "breakdown" || panel === "working") return keys;
    return keys.filter(function (key) { return m.basics.of_measure.indexOf(key) < 0; });
  };

  address.areas = function (view) { return view.areas ? view.areas.split(",") : []; };

  /* A view with other values; null takes a key out. A new indicator keeps what is about countries and the form of the panel,
     and drops the slice, which is the old indicator's own; a measure stays where the new one has the breakdown. */
  address.changed = function (view, changes) {
    var next = Object.assign({}, view);
    if (changes.indicator && changes.indicator !== view.indicator) {
      var kept = ["areas", "scope", "compare", "chart"], by = m.held.headline.measure.by;
      if (view.measure && (m.basics.breakdowns[changes.indicator] || []).indexOf(by) >= 0) {
        next.by = by; // the same comparison, where the new indicator has these groups; the server says where it cannot be
        kept.push("by", "measure", "ref");
      }
      Object.keys(next).forEach(function (key) { if (kept.indexOf(key) < 0) delete next[key]; });
    }
    Object.keys(changes).forEach(function (key) {
      if (changes[key] === null || changes[key] === "") delete next[key]; else next[key] = String(changes[key]);
    });
    return next;
  };

  address.toggled = function (view, code) {
    var areas = address.areas(view), at = areas.indexOf(code);
    if (at >= 0) areas.splice(at, 1);
    else if (areas.length >= m.basics.most) return null;
    else areas.push(code);
    return areas.join(",") || null;
  };
})((window.monitor = window.monitor || {}));
