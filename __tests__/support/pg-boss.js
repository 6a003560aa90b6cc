// Stands in for the package where Jest would try to read it; a copy, because Jest cannot read an ES module's names.
module.exports = { ...globalThis.loadByNode("pg-boss") };
