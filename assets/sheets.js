/* Style sheets that scripts bring with them. Dash's scripts write theirs as text into style elements, which the page's policy
   refuses as it refuses any inline style; a sheet that a script makes without an element is the script's own, and lawful. */
(function (m) {
  "use strict";

  /* From now on the text of a new style element becomes such a sheet; the element stays empty. */
  m.adoptSheets = function () {
    var create = document.createElement;
    document.createElement = function (name) {
      var made = create.apply(document, arguments);
      if (String(name).toLowerCase() === "style") made.appendChild = adopted;
      return made;
    };
  };

  function adopted(text) {
    var sheet = new CSSStyleSheet();
    sheet.replaceSync(text.data);
    document.adoptedStyleSheets.push(sheet);
    return text;
  }
})((window.monitor = window.monitor || {}));
