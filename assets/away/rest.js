/* Data, documents and how to cite: files of the view at addresses of their own. */
(function (m) {
  "use strict";
  var fields = m.away.fields, el = m.words.el, data = (m.away.data = { key: "data", words: "Data" });
  var documents = (m.away.documents = { key: "documents", words: "Documents" }), cite = (m.away.cite = { key: "cite", words: "Cite" });

  data.make = function () {
    return el("div", {}, [
      fields.choice("What", "of", [["view", "This view"], ["whole", "The whole indicator", "all countries, years and groups"]]),
      fields.files([
        ["data.csv", "CSV", "SDMX-CSV: one row a value"],
        ["data.xlsx", "Excel", "with a sheet of definitions, sources and licence"],
        ["data.json", "JSON", "for programs"],
        ["data.zip", "ZIP", "data, metadata and a readme"]
      ]),
      fields.heading("The numbers of one panel"),
      fields.files(m.away.PANELS.map(function (panel) { return [panel[0] + ".csv", panel[1], "CSV"]; }))
    ]);
  };
  /* The server gives the whole indicator unless it is asked for the view's data alone; both carry the view's address. */
  data.follow = function (section) {
    section.querySelectorAll("[data-away]").forEach(function (link) {
      var isView = /^data\./.test(link.dataset.away) && m.away.state.of === "view";
      link.href = m.away.url("download/" + link.dataset.away, [["data", isView ? "view" : ""]]);
    });
  };

  function follow(section) {
    section.querySelectorAll("[data-away]").forEach(function (link) { link.href = m.away.url("download/" + link.dataset.away); });
  }

  documents.make = function () {
    return el("div", {}, [
      fields.files([
        ["page.pptx", "PowerPoint", "the panels as charts that can be edited"],
        ["page.docx", "Word", "a brief on the view and the countries chosen"],
        ["page.pdf", "PDF", "the whole page on paper"]
      ])
    ]);
  };
  documents.follow = follow;

  var of = "", WAIT = "Fetching the citation …";
  cite.make = function () {
    return el("div", {}, [
      fields.text("Citation", "citation", 5),
      fields.heading("For a reference manager"),
      fields.files([["citation.bib", "BibTeX"], ["citation.ris", "RIS", "EndNote, Zotero, Mendeley"], ["citation.txt", "Text"]])
    ]);
  };
  cite.follow = function (section) {
    var url = m.away.url("download/citation.txt"), box = section.querySelector("textarea"), button = section.querySelector("[data-copies]");
    follow(section);
    if (section.hidden || url === of) return;
    of = url;
    box.value = WAIT;
    button.disabled = true;
    window.fetch(url).then(function (answer) {
      if (!answer.ok) throw new Error("the server answered " + answer.status);
      return answer.text();
    }).then(function (text) {
      if (of !== url) return;
      box.value = text.trim();
      button.disabled = false;
    }).catch(function (fault) {
      if (of !== url) return;
      of = "";
      box.value = "The citation could not be fetched (" + fault.message + "). The links below may still answer.";
    });
  };
})(window.monitor);
