/* The search for countries and indicators: a text field with a list, by the ARIA combobox pattern. */
(function (m) {
  "use strict";
  var search = (m.search = {}), MOST = 12, entries = null, also = {}, indicators = [], at = -1;

  function plain(text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }

  function all() {
    if (entries) return entries;
    entries = Object.keys(m.basics.areas).map(function (code) {
      var area = m.basics.areas[code];
      return { kind: "country", key: code, name: area[0], note: { member: "country", observer: "observer state" }[area[1]] || "territory or other area", also: plain((also[code] || "") + " " + code), text: plain(area[0]) };
    }).concat(indicators.map(function (i) {
      return { kind: "indicator", key: i[0], name: i[1], note: i[2], also: plain(i[0].replace(/-/g, " ") + " " + i[2]), text: plain(i[1]) };
    }));
    return entries;
  }

  /* Best first: the name begins with what was typed, a word of it does, it is inside, another name of it matches. */
  search.find = function (typed) {
    var q = plain(typed.trim());
    if (!q) return [];
    return all().map(function (e) {
      var score = e.text === q ? 0 : e.text.indexOf(q) === 0 ? 1 : (" " + e.text).indexOf(" " + q) >= 0 ? 2 : e.text.indexOf(q) >= 0 ? 3
        : (" " + e.also).indexOf(" " + q) >= 0 ? 4 : -1;
      return { entry: e, score: score };
    }).filter(function (s) { return s.score >= 0; }).sort(function (a, b) {
      return a.score - b.score || a.entry.name.length - b.entry.name.length || (a.entry.name < b.entry.name ? -1 : 1);
    }).slice(0, MOST).map(function (s) { return s.entry; });
  };

  /* Other names, in six languages, come when somebody is about to type; after a fault they are asked for again. */
  var words = null;
  search.load = function () {
    words = words || fetch(m.basics.words).then(function (answer) { return answer.json(); }).then(function (known) {
      also = known.also;
      indicators = known.indicators;
      entries = null;
      search.isWhole = true;
    });
    words.catch(function () { words = null; });
    return words;
  };

  search.start = function () {
    var field = document.getElementById("search"), list = document.getElementById("search-list"), el = m.words.el, found = [];
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-controls", "search-list");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-label", "Search a country or an indicator");
    function close() { list.hidden = true; at = -1; found = []; field.setAttribute("aria-expanded", "false"); field.removeAttribute("aria-activedescendant"); }
    function mark(i) {
      at = i;
      Array.prototype.forEach.call(list.children, function (li, k) { li.setAttribute("aria-selected", String(k === i)); });
      if (list.children[i]) { field.setAttribute("aria-activedescendant", list.children[i].id); list.children[i].scrollIntoView({ block: "nearest" }); }
    }
    function show() {
      found = search.find(field.value);
      var nodes = found.map(function (e, i) {
        return el("li", { role: "option", id: "found-" + i, "data-found": i, "aria-selected": "false" }, [el("span", { text: e.name }), el("small", { text: e.note })]);
      });
      if (!nodes.length && field.value.trim()) nodes = [el("li", { class: "nothing", text: "Nothing is called that. Try fewer letters." })];
      list.replaceChildren.apply(list, nodes);
      list.hidden = !nodes.length;
      field.setAttribute("aria-expanded", String(!list.hidden));
      if (found.length) mark(0);
    }
    function take(entry) {
      if (!entry) return;
      field.value = "";
      close();
      if (entry.kind === "indicator") m.go({ indicator: entry.key });
      else if (m.chosen().indexOf(entry.key) < 0) m.toggle(entry.key);
    }
    /* What stands in the list is taken; where it is empty, what the names that are still on their way will find. */
    function enter() {
      if (found.length || search.isWhole || !field.value.trim()) return take(found[at]);
      search.load().then(function () { show(); take(found[0]); }, function () {});
    }
    field.addEventListener("focus", function () { search.load().then(function () { if (field.value) show(); }, function () {}); });
    field.addEventListener("input", show);
    field.addEventListener("keydown", function (event) {
      if (event.key === "Escape") { close(); field.blur(); }
      else if (event.key === "Enter") { event.preventDefault(); enter(); }
      else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (found.length) mark((at + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
      }
    });
    field.addEventListener("blur", function () { window.setTimeout(function () { if (document.activeElement !== field) close(); }, 150); });
    list.addEventListener("mousedown", function (event) {
      var li = event.target.closest("[data-found]");
      if (li) { event.preventDefault(); take(found[Number(li.dataset.found)]); }
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) { event.preventDefault(); field.focus(); }
    });
  };
})((window.monitor = window.monitor || {}));
