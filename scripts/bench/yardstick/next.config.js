const root = require("node:path").join(__dirname, "../../..");

/** @type {import("next").NextConfig} */
module.exports = {
  output: "standalone",
  poweredByHeader: false,
  serverExternalPackages: ["pg"],
  outputFileTracingRoot: root,
  turbopack: { root },
};
