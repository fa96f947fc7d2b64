/* What is likely next is asked before it is wanted: what the pointer or the keyboard rests on and, while nothing else is to do,
   the neighbours in the list. Never more than one such view at a time, and none for readers who save data. */
(function (m) {
  "use strict";
  var ahead = (m.ahead = {}), REST = 60, IDLE = 1500, timer = null, busy = false;

  function saves() { return !!(navigator.connection && navigator.connection.saveData); }
  function isBusy() { return busy || Object.keys(m.pending).length > 0; }

  /* Asks for the view after some changes; a fault is nobody's concern until the view is really wanted. */
  ahead.ask = function (changes) {
    if (isBusy() || saves()) return Promise.resolve();
    busy = true;
    var done = function () { busy = false; };
    return Promise.all(m.questions.of(m.address.changed(m.view, changes)).map(function (question) {
      return m.questions.ask(question[0], question[1], true);
    })).then(done, done);
  };

  /* The pointer has come to something; it counts once it has stayed. */
  ahead.near = function (changes) {
    window.clearTimeout(timer);
    timer = window.setTimeout(function () { ahead.ask(changes()); }, REST);
  };
  ahead.area = function (code) {
    if (m.chosen().indexOf(code) < 0 && m.chosen().length >= m.basics.most) return;
    ahead.near(function () { return { areas: m.address.toggled(m.view, code) }; });
  };
  ahead.leave = function () { window.clearTimeout(timer); };

  /* The indicators before and after this one in the list, once the reader has stayed with it for a while. */
  var later = null;
  ahead.neighbours = function () {
    window.clearTimeout(later);
    later = window.setTimeout(function () {
      var links = Array.prototype.slice.call(document.querySelectorAll(".side a[data-indicator]"));
      var at = links.findIndex(function (link) { return link.dataset.indicator === m.held.headline.indicator; });
      if (at < 0 || isBusy() || m.controls.playing() || m.moving()) return;
      [links[at + 1], links[at - 1]].filter(Boolean).reduce(function (before, link) {
        return before.then(function () { return ahead.ask({ indicator: link.dataset.indicator }); });
      }, Promise.resolve());
    }, IDLE);
  };

  function pointed(event) {
    var link = event.target.closest("a[data-indicator]"), area = event.target.closest("#ranking [data-area], #chips [data-area], #breakdown [data-area]");
    if (link) ahead.near(function () { return { indicator: link.dataset.indicator }; });
    else if (area) ahead.area(area.dataset.area);
  }
  ahead.start = function () {
    document.addEventListener("pointerover", pointed);
    document.addEventListener("focusin", pointed);
    document.addEventListener("pointerout", ahead.leave);
  };
})((window.monitor = window.monitor || {}));
