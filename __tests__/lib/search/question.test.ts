import { inflectionsOf } from "@/lib/search/inflections";
import { parseQuestion } from "@/lib/search/question";

const word = (text: string) => ({ text, isPhrase: false, isExcluded: false });
const phrase = (text: string) => ({ text, isPhrase: true, isExcluded: false });
const without = (text: string) => ({ text, isPhrase: false, isExcluded: true });

it.each([
  ["bike lane", [[word("bike"), word("lane")]]],
  ['"bike lane" park', [[phrase("bike lane"), word("park")]]],
  ["bike -red", [[word("bike"), without("red")]]],
  ['-"red bike"', [[{ text: "red bike", isPhrase: true, isExcluded: true }]]],
  ["bike or scooter now", [[word("bike")], [word("scooter"), word("now")]]],
  ["e-mail", [[word("e-mail")]]],
  ['"never closed', [[phrase("never closed")]]],
  ['or - "" -- && or " ', []],
  ["", []],
])("reads %s as web searches do", (q, items) => {
  expect(parseQuestion(q)).toEqual(items);
});

it("reads so many words and no more", () => {
  expect(parseQuestion("a ".repeat(100)).flat()).toHaveLength(16);
});

it.each([
  ["comunicación", "es", "comunicaciones"],
  ["imágenes", "es", "imagen"],
  ["opiniões", "pt", "opiniao"],
  ["animais", "pt", "animal"],
  ["viagem", "pt", "viagens"],
] as const)("knows the other number of %s (%s)", (text, language, other) => {
  expect(inflectionsOf(text, language)).toContain(other);
});

it("leaves alone what the stemmer does by itself", () => {
  expect(inflectionsOf("bicicletas", "es")).toEqual(["bicicletas"]);
  expect(inflectionsOf("meetings", "en")).toEqual(["meetings"]);
});
