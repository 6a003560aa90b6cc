// Stands in for the package where Jest would try to read it.
module.exports = globalThis.loadByNode("pptxgenjs");
