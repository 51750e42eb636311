import { expect, test } from 'vitest';
import type { Doctor, Patient } from './model.ts';
import { createPanels } from './panels.ts';
import { places } from './places.ts';
import { specializations } from './specializations.ts';

function aDoctor(id: string, code = 'general-practice'): Doctor {
  const practises = specializations.filter((template) => template.code === code).map((template) => ({ id, template }));
  return { id, account: id, schedule: id, place: places[0], practises, rules: [], absences: [] };
}

function somePatients(count: number): Patient[] {
  return Array.from({ length: count }, (_, number) => {
    const gender = number % 2 === 0 ? 'female' : 'male';
    return { id: `patient ${number}`, account: '', age: number % 80, gender };
  });
}

function enrolled(doctors: readonly Doctor[], patients: readonly Patient[], popular?: Doctor) {
  const panels = createPanels(doctors, popular);
  for (const patient of patients) panels.enrol(patient);
  return panels;
}

test.each([1, 2, 3, 5, 7, 12])('with %i doctors, no patient may see two of them on one day', (count) => {
  const doctors = Array.from({ length: count }, (_, index) => aDoctor(`doctor ${index}`));
  const panels = enrolled(doctors, somePatients(300));

  for (let day = 0; day < 9; day += 1) {
    const seen = doctors.flatMap((doctor) => panels.on(doctor, day));
    expect(new Set(seen).size).toBe(seen.length);
  }
});

test('every doctor sees somebody every day', () => {
  const doctors = Array.from({ length: 9 }, (_, index) => aDoctor(`doctor ${index}`));
  const panels = enrolled(doctors, somePatients(300));

  for (const doctor of doctors) {
    for (let day = 0; day < 9; day += 1) expect(panels.on(doctor, day).length).toBeGreaterThan(0);
  }
});

test('a popular doctor has every second patient of its group', () => {
  const doctors = Array.from({ length: 12 }, (_, index) => aDoctor(`doctor ${index}`));
  const [popular] = doctors;
  const panels = enrolled(doctors, somePatients(300), popular);

  const days = [0, 1, 2].map((day) => (popular === undefined ? [] : panels.on(popular, day)));

  expect(days.flat().length).toBe(150);
});

test('nobody is sent to a doctor who does not treat them', () => {
  const doctors = [aDoctor('children', 'paediatrics'), aDoctor('women', 'gynaecology'), aDoctor('all')];
  const panels = enrolled(doctors, somePatients(300));
  const [children, women] = doctors.map((doctor) => [0, 1, 2].flatMap((day) => panels.on(doctor, day)));

  expect(children?.length).toBeGreaterThan(0);
  expect(children?.every(({ age }) => age < 18)).toBe(true);
  expect(women?.length).toBeGreaterThan(0);
  expect(women?.every(({ gender }) => gender === 'female')).toBe(true);
});
