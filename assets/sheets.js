/* Style sheets that scripts bring with them. Dash's scripts, and the whole chart library, write theirs as text into style elements,
   which the page's policy refuses as it refuses any inline style; a sheet that a script makes without an element is its own, and lawful. */
(function (m) {
  "use strict";

  /* From now on the text of a new style element becomes such a sheet; the element stays empty. */
  m.adoptSheets = function () {
    if (document.createElement.adopts || !document.adoptedStyleSheets) return; // an older browser refuses them and says so; nothing of ours needs them
    var create = document.createElement;
    document.createElement = function (name) {
      var made = create.apply(document, arguments);
      if (String(name).toLowerCase() !== "style") return made;
      made.appendChild = function (node) { adopt(node.textContent); return node; };
      Object.defineProperty(made, "textContent", { set: adopt });
      return made;
    };
    document.createElement.adopts = true;
  };

  function adopt(text) {
    var sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }
})((window.monitor = window.monitor || {}));
