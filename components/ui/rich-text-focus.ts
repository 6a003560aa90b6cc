import type { ChainedCommands, Editor } from "@tiptap/react";

/**
 * What is to be done in the text, with the cursor back in it at once. The editor's own `focus` waits for the next frame,
 * and what somebody types until then is lost.
 */
export function backIn(editor: Editor): ChainedCommands {
  editor.view.focus();
  return editor.chain();
}
