/** What XML 1.0 has no place for, however it is written: control characters, halves of characters, and two that are none. */
const NOT_IN_XML = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * Data whose texts hold nothing that makes a file of slides or a workbook unreadable: a single title could, whoever
 * wrote it and however long ago.
 */
export const legible = <T>(data: T): T =>
  JSON.parse(JSON.stringify(data), (_, value) =>
    typeof value === "string" ? value.replaceAll(NOT_IN_XML, "") : value,
  ) as T;
