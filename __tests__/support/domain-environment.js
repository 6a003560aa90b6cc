const { TestEnvironment } = require("jest-environment-node");

/**
 * Node as the tests of the domain see it, with a way to what only Node's own require can load: pg-boss is an ES module,
 * and React's mails and slides import one while they are made.
 */
module.exports = class DomainEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.loadByNode = (name) => require(name);
  }
};
