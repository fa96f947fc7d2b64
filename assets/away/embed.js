/* Code that puts the view into another page: a frame, a picture, a link. */
(function (m) {
  "use strict";
  var embed = (m.away.embed = { key: "embed", words: "Embed" }), fields = m.away.fields, el = m.words.el;
  var WORDS = 210, GAP = 24, WIDE = 640, USUAL = 760; // pixels: title and source, between panels, from here two columns, a column of text in most pages
  var HIGH = { trend: 400, breakdown: 560, ranking: 452 };

  function safe(text) { return String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;"); }
  function here() { return window.location.origin; }

  /* What stands in another page for years says its indicator, whichever will be the first one then. */
  function lasting(file) {
    var query = m.address.write(m.view, m.basics.keys.filter(function (key) { return key !== "indicator"; }));
    return here() + m.base + file + "?indicator=" + m.held.headline.indicator + (query ? "&" + query : "");
  }

  embed.make = function () {
    return el("div", {}, [
      fields.several("Panels", "embed", m.away.PANELS),
      fields.choice("Data", "time", [["live", "Follow new releases"], ["frozen", "Stay as they are", "release " + m.basics.version]]),
      fields.choice("Width", "width", [["100%", "Fills its place"], ["480", "480 px"], ["640", "640 px"], ["960", "960 px"]]),
      fields.text("Frame", "frame", 2),
      fields.text("Script for the frame’s height, once a page", "script"),
      fields.text("Picture with a link", "picture", 3),
      el("p", { class: "aside", "data-note": "" }),
      fields.text("Link", "link"),
      el("p", {}, [el("a", { class: "act", target: "_blank", rel: "noopener", "data-get": "embed", text: "Look at the embed" })])
    ]);
  };

  embed.url = function () {
    var state = m.away.state, panels = m.away.PANELS.map(function (panel) { return panel[0]; }).filter(function (key) { return state.embed.indexOf(key) >= 0; });
    return lasting((state.time === "frozen" ? "release/" + m.held.map.release + "/" : "") + "embed/" + panels.join(","));
  };

  /* About as high as the panels need; embed.js, and a frame's own scroll bar, help where it is not. */
  function height(panels, width) {
    var rows = panels.indexOf("map") < 0 ? [] : [Math.round(width / 1.75) + 130], rest = panels.filter(function (key) { return HIGH[key]; }), side = width < WIDE ? 1 : 2;
    for (var i = 0; i < rest.length; i += side) rows.push(Math.max.apply(null, rest.slice(i, i + side).map(function (key) { return HIGH[key]; })));
    return rows.reduce(function (sum, row) { return sum + row + GAP; }, WORDS - GAP);
  }

  embed.follow = function (section) {
    var state = m.away.state, title = safe(m.held.headline.title), set = function (key, text) { section.querySelector("[data-text=" + key + "]").value = text; };
    var high = height(state.embed, Number(state.width) || USUAL), picture = lasting("download/" + state.embed[0] + ".png");
    set("frame", '<iframe src="' + safe(embed.url()) + '" title="' + title + '" loading="lazy" width="' + state.width + '" height="' + high + '"></iframe>');
    set("script", '<script src="' + safe(here() + m.base + "embed.js") + '" async></' + "script>");
    set("picture", '<a href="' + safe(lasting("")) + '"><img src="' + safe(picture) + '" alt="' + safe(m.away.alt()) + '" width="' + state.width + '" loading="lazy"></a>');
    set("link", lasting(""));
    section.querySelector("[data-note]").textContent = state.time === "frozen" ? "The picture and the link follow new releases; only the frame stays as it is." : "";
    section.querySelector("[data-get]").href = embed.url();
  };
})(window.monitor);
