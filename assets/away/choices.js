/* What the dialog is made of: choices, lists of links, texts to be copied. */
(function (m) {
  "use strict";
  var fields = (m.away.fields = {}), el = m.words.el;

  /* One of several: every option is seen, and is one click or one arrow key away. options: [value, words, further words]. */
  fields.choice = function (words, key, options) {
    return el("fieldset", { class: "choice" }, [el("legend", { text: words }), el("div", {}, options.map(function (option) {
      return el("label", {}, [
        el("input", { type: "radio", name: "away-" + key, "data-state": key, value: option[0] }),
        el("span", {}, [document.createTextNode(option[1]), option[2] ? el("small", { text: " " + option[2] }) : null])
      ]);
    }))]);
  };

  /* Any of several. */
  fields.several = function (words, key, options) {
    var set = fields.choice(words, key, options);
    set.querySelectorAll("input").forEach(function (input) { input.type = "checkbox"; });
    return set;
  };

  /* Files, a line each. files: [address of the file, words, what is in it]. */
  fields.files = function (files) {
    return el("ul", { class: "files" }, files.map(function (file) {
      return el("li", {}, [el("a", { "data-away": file[0], download: "", text: file[1] }), file[2] ? el("span", { text: file[2] }) : null]);
    }));
  };

  /* A text to be copied, with its button. */
  fields.text = function (words, key, rows) {
    var box = rows ? el("textarea", { rows: rows, readonly: "", spellcheck: "false", "data-text": key }) : el("input", { type: "text", readonly: "", "data-text": key });
    return el("div", { class: "text" }, [
      el("label", {}, [el("span", { text: words }), box]),
      el("button", { class: "act", type: "button", "data-copies": key, "aria-label": "Copy: " + words, text: "Copy" })
    ]);
  };

  fields.heading = function (words) { return el("h3", { text: words }); };

  /* Copies what a field holds, also where the page is not served over https; else says what the reader can do. */
  fields.copy = function (box, say) {
    var words = "Copied: " + box.parentNode.querySelector("span").textContent.toLowerCase() + ".";
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(box.value).then(function () { say(words); }, byHand);
    byHand();
    function byHand() {
      box.focus();
      box.select();
      var done = false;
      try { done = document.execCommand("copy"); } catch (fault) { done = false; }
      say(done ? words : "The browser does not let the page copy. The text is marked: press Ctrl+C, or ⌘C on a Mac.");
    }
  };

  /* The picture itself in the clipboard. Browsers take PNG only, and only from a page served over https. */
  fields.copyImage = function (url, say) {
    if (!navigator.clipboard || !window.ClipboardItem || !window.isSecureContext) {
      return say("This browser cannot copy a picture from here: that needs a page served over https. Download it, or copy its address.");
    }
    say("Drawing the picture …");
    var picture = window.fetch(url).then(function (answer) {
      if (!answer.ok) throw new Error("the server answered " + answer.status);
      return answer.blob();
    });
    picture.catch(function () {}); // what went wrong is said below
    navigator.clipboard.write([new window.ClipboardItem({ "image/png": picture })]).then(function () { say("Copied: the picture, as PNG."); }, function (refused) {
      picture.then(function () { return refused; }, function (fault) { return fault; }).then(function (fault) {
        say("The picture was not copied (" + fault.message + "). Download it, or copy its address.");
      });
    });
  };
})(window.monitor);
