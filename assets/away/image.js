/* A panel as a picture: format, size, ink, resolution, with a preview of what comes. */
(function (m) {
  "use strict";
  var image = (m.away.image = { key: "image", words: "Image" }), fields = m.away.fields, el = m.words.el, PREVIEW = 96, FINEST = "600", SOON = 300, soon = null, shown = "";

  m.away.PANELS = [["map", "Map"], ["trend", "Over time"], ["breakdown", "For whom"], ["ranking", "Ranking"]];

  image.make = function () {
    return el("div", { class: "picture" }, [
      el("div", { class: "choices-away" }, [
        fields.choice("Panel", "panel", m.away.PANELS),
        fields.choice("Format", "format", [["png", "PNG"], ["svg", "SVG"], ["pdf", "PDF"]]),
        fields.choice("Size", "size", [["column", "Column", "85 mm"], ["page", "Page", "170 mm"], ["slide", "Slide", "16:9"], ["square", "Square", "120 mm"]]),
        fields.choice("Ink", "ink", [["colour", "Colour"], ["mono", "Safe in black and white"]]),
        fields.choice("Resolution", "dpi", [["96", "96 dpi", "screen"], ["150", "150"], ["300", "300", "print"], ["600", "600"]])
      ]),
      el("figure", {}, [el("img", { alt: "" }), el("p", {})]),
      el("div", { class: "acts" }, [el("a", { class: "act main", download: "", "data-get": "image" }), el("button", { class: "act", type: "button", "data-picture": "", text: "Copy image" })]),
      fields.text("Address of the image", "image")
    ]);
  };

  /* What is not asked for is left out: the server's own answer to nothing is a page's width, in colour. */
  function parts(format, dpi) {
    var state = m.away.state;
    return [["size", state.size === "page" ? "" : state.size], ["ink", state.ink === "colour" ? "" : state.ink], ["dpi", format === "png" ? dpi : ""]];
  }
  image.url = function (format, dpi) {
    var state = m.away.state;
    return m.away.url("download/" + state.panel + "." + (format || state.format), parts(format || state.format, dpi || state.dpi));
  };

  image.follow = function (section) {
    var state = m.away.state, link = section.querySelector("[data-get]");
    section.querySelector("[data-state=dpi]").closest("fieldset").hidden = state.format !== "png";
    finest(section.querySelector('[data-state=dpi][value="' + FINEST + '"]'), state);
    link.href = image.url();
    link.textContent = "Download " + state.format.toUpperCase();
    section.querySelector("[data-text=image]").value = window.location.origin + image.url();
    window.clearTimeout(soon);
    soon = window.setTimeout(function () { preview(section); }, shown ? SOON : 0);
  };

  /* A slide is so wide that the server refuses to draw it as fine as that. */
  function finest(input, state) {
    input.disabled = state.size === "slide";
    if (!input.disabled || state.dpi !== FINEST) return;
    state.dpi = "300";
    input.closest("fieldset").querySelector('[value="300"]').checked = true;
  }

  /* Asked for only where it is seen, and once for choices made in a row. */
  function preview(section) {
    var url = image.url("png", String(PREVIEW)), img = section.querySelector("img"), words = section.querySelector("figure p");
    if (section.hidden || !section.closest("dialog").open || url === shown) return;
    shown = url;
    words.textContent = "Drawing the preview …";
    img.classList.add("old");
    img.onload = function () { words.textContent = ""; img.classList.remove("old"); };
    img.onerror = function () {
      words.textContent = "The preview could not be drawn. The download may say why.";
      shown = "";
      img.removeAttribute("src");
    };
    img.alt = "Preview: " + m.away.alt();
    img.src = url;
  }
})(window.monitor);
