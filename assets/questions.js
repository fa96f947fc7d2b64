/* Questions to the server and their answers. A question is one callback of Dash, asked by the page itself: it does not wait
   for Dash's own script, which comes last, and each answer is kept, so that back, forward and what was asked ahead are at once. */
(function (m) {
  "use strict";
  var questions = (m.questions = {}), MOST = 60, known = new Map();

  /* What a view asks that is not on the page yet: [panel, the part of the address that it depends on]. */
  questions.of = function (view) {
    return m.PANELS.map(function (panel) { return [panel, m.address.write(view, m.address.keys(view, panel))]; })
      .filter(function (question) { return m.asked[question[0]] !== question[1]; });
  };

  function body(panel, part) {
    var asked = { id: "ask-" + panel, property: "data" }, held = { id: "held-" + panel, property: "data" };
    return JSON.stringify({
      output: held.id + ".data", outputs: held, inputs: [Object.assign({ value: "?" + part }, asked)], changedPropIds: [asked.id + ".data"]
    });
  }

  function sent(panel, part, isAhead) {
    var headers = { "Content-Type": "application/json", Accept: "application/json" };
    if (isAhead) headers.Purpose = "prefetch";
    return window.fetch(m.base + "_dash-update-component", { method: "POST", headers: headers, priority: isAhead ? "low" : "high", body: body(panel, part) })
      .then(function (answer) {
        if (!answer.ok) throw new Error("HTTP " + answer.status);
        return answer.text();
      });
  }

  /* The promise of an answer as its text: what is drawn is a copy of its own, which the chart library may change. */
  questions.ask = function (panel, part, isAhead) {
    var key = panel + "?" + part, held = known.get(key);
    if (!held) {
      held = sent(panel, part, isAhead);
      held.catch(function () { known.delete(key); });
    }
    known.delete(key);
    known.set(key, held); // the last used stands last
    if (known.size > MOST) known.delete(known.keys().next().value);
    return held;
  };

  questions.read = function (panel, text) { return JSON.parse(text).response["held-" + panel].data; };

  /* Answers of another release must not stand beside those of this one. */
  questions.forget = function () { known.clear(); };
})((window.monitor = window.monitor || {}));
