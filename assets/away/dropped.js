/* A file that was taken from the monitor shows its view again. Only the view is taken from it: no other page is gone to. */
(function (m) {
  "use strict";
  var dropped = (m.away.dropped = {}), carried = m.away.carried, MOST = 30 * (1 << 20), LONGEST = 4000, SEEN = 6000, latest = null;
  var MAKES = "PNG, SVG and PDF images, CSV, JSON, ZIP, Excel, PowerPoint and Word files, and citations";

  function named(file) { return "“" + (file.name.length > 60 ? file.name.slice(0, 59) + "…" : file.name) + "”"; }
  function size(bytes) { return m.numbers.say(bytes / (1 << 20), 0) + " MB"; }

  /* files: of a drop or of a file picker. folders: how many of them are none but folders. */
  dropped.take = function (files, folders) {
    var file = files[0], own = (latest = {});
    var is = function () { return own === latest; };
    if (!files.length) return;
    if (files.length > 1) return refuse(files.length + " files came at once, and one view is shown at a time. Give one of them.");
    if (folders) return refuse(named(file) + " is a folder. Give one file out of it.");
    if (!file.size) return refuse(named(file) + " is empty.");
    if (file.size > MOST) return refuse(named(file) + " has " + size(file.size) + "; files of this monitor are expected to have at most " + size(MOST) + ". Give the image, table or document itself.");
    file.arrayBuffer().then(function (bytes) { return carried.read(new Uint8Array(bytes)); }).then(function (found) {
      if (is()) found ? told(file, found, is) : refuse(named(file) + " is of a kind that this monitor does not make. It makes " + MAKES + ".");
    }, function (fault) {
      if (!is()) return;
      refuse(named(file) + (fault.isBroken ? " is broken: " + fault.message + ". Take the view from its address, or from another copy of the file." : " could not be read (" + fault.message + ")."));
    });
  };

  /* What the file says of itself becomes a step to its view, or a word on why it does not. */
  function told(file, found, is) {
    var from = origin(found), known = found.indicator && document.querySelector('.side a[data-indicator="' + window.CSS.escape(found.indicator) + '"]');
    if (from) return restore(file, from, is);
    if (known) return restore(file, { view: { indicator: found.indicator }, release: "", home: "" }, is);
    if (found.isOurs && found.indicator) return refuse(named(file) + " is a table of the indicator “" + found.indicator.slice(0, 60) + "”, which this monitor does not have.");
    refuse(named(file) + " is a " + found.kind + " without the address of a view. It is not from this monitor, or another program has saved it without what it said of itself. Open the address of the view, or take the file anew.");
  }

  /* {view, release, home}: what of the address this page may use, "" for what is not known; null where it is no address of a view. */
  function origin(found) {
    var at = null, here = window.location.origin + m.base, words = found.address.trim().slice(0, LONGEST);
    try { at = new URL(words); } catch (fault) { return null; }
    if (!/^https?:$/.test(at.protocol)) return null;
    var home = at.origin + at.pathname.replace(/(release\/[^/]+\/)?((embed|download)\/[^/]*)?$/, ""), view = m.address.read(at.search);
    if (!Object.keys(view).length && home !== here) return null; // of the monitor's own files only, nothing asked for means the first view
    var frozen = /\/release\/([\w.-]{1,40})\//.exec(at.pathname), named = found.texts.join("\n").match(/\brelease [0-9a-f]{8,64}\b/g);
    return { view: view, release: frozen ? frozen[1] : named ? named.pop().slice(8) : "", home: home === here ? "" : home };
  }

  /* The server says what of the view is lawful today; a view that is, is gone to as by any other step. */
  function restore(file, from, is) {
    m.questions.ask("map", m.address.write(from.view)).then(function (text) { return m.questions.read("map", text).head; }).then(function (head) {
      if (is()) go(file, from, m.address.read(head.search), head.notices);
    }, function (fault) {
      if (is()) refuse("The server could not be asked for the view of " + named(file) + " (" + fault.message + "). Try it again.");
    });
  }

  function go(file, from, view, notices) {
    var isSame = m.address.write(view) === m.address.write(m.view);
    var said = notices.concat(isSame ? "The view of " + named(file) + " is what is shown." : "This is the view of " + named(file) + ".");
    if (from.home) said.push("The file was made by " + from.home.slice(0, 80) + "; the numbers here are this monitor’s own.");
    if (from.release && from.release !== m.basics.version) said.push("The file was made with release " + from.release + "; this page shows release " + m.basics.version + ", whose numbers may differ.");
    document.querySelectorAll("dialog[open]").forEach(function (dialog) { dialog.close(); });
    if (isSame) return tell(said);
    m.controls.stop();
    m.show(view, true);
    after(m.pending.map, said);
  }

  /* Said once the answer is drawn, which takes away what was said before; not where the reader has gone on, or nothing came. */
  function after(question, said) {
    if (question && m.pending.map === question) return window.setTimeout(function () { after(question, said); }, 30);
    if (!m.pending.map && m.asked.map !== null) tell(said);
  }

  /* A word that all went well need not stay. */
  function tell(said) {
    m.words.notices(said);
    var first = document.querySelector(".notices p");
    if (said.length === 1) window.setTimeout(function () { if (first && first.isConnected) m.words.notices([]); }, SEEN);
  }

  function refuse(words) {
    if (m.away.dialog.isOpen()) m.away.dialog.say(words); else m.words.notices([words]);
  }
})(window.monitor);
