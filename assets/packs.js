/* The briefing pack: its question goes to Dash's background callback, and what that says comes back here. */
(function (m) {
  "use strict";
  var packs = (m.packs = {}), told = null, asked = null;

  /* Asks for a pack; `tell` hears {done, of, says} on the way and at the end {file, pages, bytes} or {fault}. */
  packs.make = function (indicators, kind, tell) {
    asked = {
      view: "?" + m.address.write(m.view), indicators: indicators, kind: kind, home: window.location.origin + m.base,
      ticket: Array.from(window.crypto.getRandomValues(new Uint8Array(16)), function (n) { return n.toString(16).padStart(2, "0"); }).join("")
    };
    told = tell;
    m.withDash(function () { window.dash_clientside.set_props("pack-ask", { data: asked }); });
  };

  packs.stop = function () {
    if (!told) return;
    told = null;
    window.dash_clientside.set_props("pack-stop", { data: Date.now() });
  };

  /* What is not of the question asked last belongs to one that was stopped. */
  packs.heard = function (said) {
    if (said && told && (!said.ticket || said.ticket === asked.ticket)) {
      var tell = told;
      if (said.file || said.fault) told = null;
      tell(said);
    }
    return window.dash_clientside.no_update;
  };

  window.dash_clientside = Object.assign({}, window.dash_clientside, { packs: { heard: packs.heard } });

  packs.url = function (file) { return m.base + "download/pack/" + file; };
})((window.monitor = window.monitor || {}));
