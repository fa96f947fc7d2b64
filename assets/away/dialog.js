/* The dialog: its parts, what is chosen in it, and that all of it keeps to the view. */
(function (m) {
  "use strict";
  var away = m.away, dialog = (away.dialog = {}), el = m.words.el, opener = null, isMade = false, KINDS = ".png,.svg,.pdf,.csv,.json,.zip,.xlsx,.pptx,.docx,.txt,.bib,.ris";
  away.state = { part: "image", panel: "map", format: "png", size: "page", ink: "colour", dpi: "300", of: "view", pack: "pdf", embed: ["map"], time: "live", width: "100%" };

  function box() { return document.getElementById("taking"); }
  function all(selector) { return Array.from(box().querySelectorAll(selector)); }
  function parts() { return [away.image, away.data, away.documents, away.pack, away.embed, away.cite]; }
  function say(words) { box().querySelector("[role=status]").textContent = words; }
  dialog.say = say;

  /* Title and sentence of the view, for who does not see the picture. */
  away.alt = function () {
    return m.held.headline.title + ", " + m.held.headline.unit + ", " + m.year() + ". " + document.getElementById("sentence").textContent;
  };

  /* button: what was pressed; its panel, if it has one, is the one that is shown. */
  dialog.open = function (button) {
    var panel = button.dataset.take;
    m.controls.stop();
    opener = button;
    if (!isMade) make();
    if (panel) Object.assign(away.state, { part: "image", panel: panel, embed: [panel] });
    all("[data-state]").forEach(function (input) { input.checked = [].concat(away.state[input.dataset.state]).indexOf(input.value) >= 0; });
    say("");
    if (!box().open) box().showModal();
    away.followed = follow;
    show(away.state.part, true);
  };
  dialog.isOpen = function () { return box().open; };
  dialog.close = function () { box().close(); };

  function make() {
    isMade = true;
    var tabs = parts().map(function (part) {
      return el("button", { type: "button", role: "tab", id: "away-tab-" + part.key, "aria-controls": "away-" + part.key, "data-part": part.key, text: part.words });
    });
    var sections = parts().map(function (part) {
      return el("section", { role: "tabpanel", id: "away-" + part.key, "aria-labelledby": "away-tab-" + part.key, "data-of": part.key }, [part.make()]);
    });
    box().append(
      el("header", {}, [el("h2", { text: "Take away" }), el("p", { class: "subject" }), el("button", { class: "quiet", type: "button", "data-leave": "", "aria-label": "Close", text: "×" })]),
      el("div", { role: "tablist", "aria-label": "What to take" }, tabs), el("div", { class: "parts" }, sections),
      el("footer", {}, [
        el("p", { role: "status" }),
        el("label", { class: "opens" }, [document.createTextNode("Every file holds its view: drop it on the page, or "), el("span", { text: "open a file" }), el("input", { type: "file", accept: KINDS, "aria-label": "Open a file to see its view again" })])
      ])
    );
    box().addEventListener("click", clicked);
    box().addEventListener("change", changed);
    box().querySelector("[role=tablist]").addEventListener("keydown", turned);
    box().addEventListener("close", function () {
      away.followed = null;
      if (opener && opener.isConnected) opener.focus();
    });
  }

  function clicked(event) {
    var at = function (selector) { return event.target.closest(selector); };
    if (at("[data-part]")) show(at("[data-part]").dataset.part);
    else if (at("[data-leave]")) box().close();
    else if (at("[data-copies]")) away.fields.copy(box().querySelector('[data-text="' + at("[data-copies]").dataset.copies + '"]'), say);
    else if (at("[data-picture]")) away.fields.copyImage(away.image.url("png"), say);
  }

  function changed(event) {
    var input = event.target, key = input.dataset.state;
    if (input.type === "file") {
      away.dropped.take(Array.from(input.files), 0);
      input.value = "";
    } else if (key && input.type === "checkbox") {
      var chosen = all('[data-state="' + key + '"]').filter(function (one) { return one.checked; }).map(function (one) { return one.value; });
      if (!chosen.length) { input.checked = true; chosen = [input.value]; say("At least one panel is needed."); }
      away.state[key] = chosen;
    } else if (key) away.state[key] = input.value;
    follow();
  }

  /* Arrow keys turn from one tab to the next, as the ARIA pattern for tabs has it. */
  function turned(event) {
    var keys = parts().map(function (part) { return part.key; }), at = keys.indexOf(away.state.part), last = keys.length - 1;
    var next = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at ? at - 1 : last, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    show(keys[next]);
    box().querySelector('[data-part="' + keys[next] + '"]').focus();
  }

  function show(part, isNew) {
    if (part !== away.state.part) say("");
    away.state.part = part;
    all("[data-part]").forEach(function (tab) {
      var on = tab.dataset.part === part;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
      if (on && isNew) tab.focus();
    });
    all("[data-of]").forEach(function (section) { section.hidden = section.dataset.of !== part; });
    follow();
  }

  /* All addresses and codes, as the view and the choices now are. */
  function follow() {
    if (!m.held.headline) return;
    box().querySelector(".subject").textContent = m.held.headline.title + " · " + m.year();
    parts().forEach(function (part) { part.follow(box().querySelector('[data-of="' + part.key + '"]')); });
  }
})(window.monitor);
