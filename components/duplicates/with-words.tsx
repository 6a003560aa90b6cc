const plain = (word: string) => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Of a word that is used in several forms, so many letters from its beginning are the same. */
const SAME_BEGINNING = 0.75;

const isOneOf = (word: string, words: string[]) => {
  const letters = plain(word);
  return words.some((other) => {
    const stem = plain(other);
    const most = Math.max(4, Math.ceil(Math.min(stem.length, letters.length) * SAME_BEGINNING));
    return letters === stem || (letters.length >= 4 && letters.slice(0, most) === stem.slice(0, most));
  });
};

/** A text in which these words are marked, in whatever form they stand there. */
export function WithWords({ text, words }: { text: string; words: string[] }) {
  const pieces = words.length > 0 ? text.split(/([\p{L}\p{N}]+)/u) : [text];
  return pieces.map((piece, place) =>
    place % 2 === 1 && isOneOf(piece, words) ? <mark key={place}>{piece}</mark> : piece,
  );
}
