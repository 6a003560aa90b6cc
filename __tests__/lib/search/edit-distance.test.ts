import { editDistance } from "@/lib/search/edit-distance";

it.each([
  ["bicicelta", "bicicleta", 1],
  ["parqe", "parque", 1],
  ["parqque", "parque", 1],
  ["porque", "parque", 1],
  ["transprote", "transporte", 1],
  ["kitten", "sitting", 3],
  ["", "abc", 3],
  ["same", "same", 0],
])("there lie so many slips between %s and %s", (a, b, slips) => {
  expect(editDistance(a, b)).toBe(slips);
  expect(editDistance(b, a)).toBe(slips);
});
