/** @type {import("next").NextConfig} */
module.exports = {
  output: "standalone",
  poweredByHeader: false,
  // Browsers ask for this by themselves, whenever they find no picture named in what they show.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  // The optimizer decodes images inside the web process; nothing here needs it.
  images: { unoptimized: true },
  // Published as ES modules only; Jest runs them as CommonJS.
  transpilePackages: [
    "icu-minify",
    "@formatjs/icu-messageformat-parser",
    "@formatjs/icu-skeleton-parser",
    // sanitize-html's parser
    "htmlparser2",
    "domhandler",
    "domutils",
    "dom-serializer",
    "domelementtype",
    "entities",
    "temporal-polyfill",
    "temporal-utils",
    // charts
    "d3-scale",
    "d3-shape",
    "d3-array",
    "d3-color",
    "d3-format",
    "d3-interpolate",
    "d3-path",
    "d3-time",
    "d3-time-format",
    "internmap",
  ],
  serverExternalPackages: [
    "pg",
    "pino",
    "nodemailer",
    "@prisma/client",
    "rate-limiter-flexible",
    "pg-boss",
    "@react-email/components",
    "pdfmake",
    "pptxgenjs",
    "write-excel-file",
  ],
  // Read by name, which the build cannot follow.
  outputFileTracingIncludes: {
    "/insights/export/file": [
      "node_modules/@fontsource/inter/files/inter-{latin,latin-ext,greek,cyrillic}-{400,600}-normal.woff",
    ],
  },
  outputFileTracingRoot: __dirname,
  turbopack: { root: __dirname },
};
