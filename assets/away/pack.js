/* The briefing pack: several indicators of the view's countries as one document, made while the reader waits or reads on. */
(function (m) {
  "use strict";
  var fields = m.away.fields, el = m.words.el, pack = (m.away.pack = { key: "pack", words: "Briefing" }), MOST = 24, made = null, isAtWork = false;

  pack.make = function () {
    made = el("div", { class: "pack" }, [
      el("p", { class: "aside", "data-who": "" }),
      el("fieldset", { class: "choice" }, [el("legend", { text: "Indicators" }), el("div", { class: "shelf", tabindex: "-1" }, dimensions())]),
      fields.choice("Format", "pack", [["pdf", "PDF", "a page an indicator"], ["pptx", "PowerPoint"], ["docx", "Word"]]),
      el("div", { class: "acts" }, [
        el("button", { type: "button", class: "act main", "data-make": "", text: "Make the pack" }), el("button", { type: "button", class: "act", "data-stop": "", hidden: "", text: "Stop" }),
        el("span", { class: "count" })
      ]),
      el("div", { class: "making", hidden: "" }, [el("progress", { max: "1", value: "0", "aria-label": "The pack" }), el("span", {})]),
      el("p", { class: "made" })
    ]);
    made.addEventListener("change", counted);
    made.addEventListener("click", function (event) {
      if (event.target.closest("[data-make]")) begin();
      if (event.target.closest("[data-stop]")) stop();
    });
    return made;
  };

  /* The list of the page's side, to be ticked; the view's own indicator is. */
  function dimensions() {
    var now = m.held.headline.indicator;
    return Array.from(document.querySelectorAll("#dimensions details[data-dimension]")).map(function (box) {
      var links = Array.from(box.querySelectorAll("a[data-indicator]")), own = el("details", {}, [
        el("summary", {}, [document.createTextNode(box.querySelector("summary").firstElementChild.textContent), el("small", {})]),
        el("div", {}, links.map(function (link) {
          return el("label", { class: "tick" }, [el("input", { type: "checkbox", value: link.dataset.indicator }), el("span", { text: link.textContent })]);
        }))
      ]);
      own.open = links.some(function (link) { return link.dataset.indicator === now; });
      own.querySelectorAll("input").forEach(function (input) { input.checked = input.value === now; });
      return own;
    });
  }

  function chosen() { return Array.from(made.querySelectorAll(".shelf input:checked")).map(function (input) { return input.value; }); }
  function part(selector) { return made.querySelector(selector); }

  function counted() {
    var keys = chosen();
    made.querySelectorAll(".shelf details").forEach(function (box) {
      var count = box.querySelectorAll("input:checked").length;
      box.querySelector("small").textContent = count ? " " + count + " chosen" : "";
    });
    part(".count").textContent = keys.length > MOST ? keys.length + " chosen; at most " + MOST + " fit a pack." : keys.length === 1 ? "1 indicator" : keys.length + " indicators";
    part("[data-make]").disabled = isAtWork || !keys.length || keys.length > MOST;
  }

  pack.follow = function () {
    var names = m.chosen().map(function (code) { return m.basics.areas[code][0]; });
    part("[data-who]").textContent = "Several indicators as one document, with a page of contents and all sources. " +
      (names.length ? "About " + names.join(", ") + "." : "About " + (m.held.headline.scope || "the world") + "; choose countries on the page to have them in it.");
    counted();
  };

  function begin() {
    isAtWork = true;
    part(".made").replaceChildren();
    told({ done: 0, of: 1, says: "Waiting for its turn" });
    m.packs.make(chosen(), m.away.state.pack, told);
    show();
    part("[data-stop]").focus();
  }

  function stop() {
    m.packs.stop();
    ended("Stopped. Nothing was kept.");
  }

  function show() {
    part("[data-stop]").hidden = part(".making").hidden = !isAtWork;
    counted();
  }

  function ended(words) {
    var had = part("[data-stop]") === document.activeElement;
    isAtWork = false;
    show();
    if (had) part("[data-make]").focus();
    m.away.dialog.say(words);
  }

  function told(said) {
    if (said.fault) return ended(said.fault);
    if (!said.file) {
      part("progress").value = said.done / said.of;
      part(".making span").textContent = said.says + " (" + said.done + " of " + said.of + ")";
      return;
    }
    var size = (said.bytes / 1e6).toFixed(1) + " MB", count = m.away.state.pack === "pdf" ? said.pages + " pages, " : "";
    part(".made").append(el("a", { class: "act main", href: m.packs.url(said.file), download: "", text: "Download the pack" }), el("span", { text: " " + count + size + "; it waits here for an hour." }));
    ended("The pack is ready.");
  }
})(window.monitor);
