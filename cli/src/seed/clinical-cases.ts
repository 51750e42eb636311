/** What brings somebody to a doctor, and what the doctor writes down. */
export interface ClinicalCase {
  readonly reason: string;
  readonly diagnosis: string;
  readonly note: string;
  readonly prescription: string | null;
}

function aCase(reason: string, diagnosis: string, note: string, prescription: string | null = null): ClinicalCase {
  return { reason, diagnosis, note, prescription };
}

/** By the code of a specialization. Diagnoses carry their code of ICD-10. */
export const clinicalCases = {
  'general-practice': [
    aCase(
      'Cough and fever since Monday',
      'J06.9 Acute upper respiratory infection',
      'Throat reddened, lungs clear. Rest and fluids; come back if the fever lasts beyond three days.',
      'Paracetamol 500 mg, up to four times a day',
    ),
    aCase(
      'Repeat prescription',
      'I10 Essential hypertension',
      'Blood pressure 132/84 on treatment, no side effects. Continue, check again in six months.',
      'Ramipril 5 mg, once a day',
    ),
    aCase(
      'Tired for weeks',
      'E55.9 Vitamin D deficiency',
      'Blood count and thyroid normal, vitamin D low. Supplement for three months, then measure again.',
      'Cholecalciferol 1,000 IU, once a day',
    ),
  ],
  cardiology: [
    aCase(
      'Palpitations at night',
      'I49.1 Atrial premature depolarization',
      'ECG in sinus rhythm, single extrasystoles over 24 hours. Harmless; less coffee, observe.',
    ),
    aCase(
      'Follow-up after stent',
      'I25.1 Atherosclerotic heart disease',
      'No angina, good exercise tolerance. Dual antiplatelet therapy until month twelve.',
      'Acetylsalicylic acid 100 mg and clopidogrel 75 mg, once a day',
    ),
    aCase(
      'Swollen ankles',
      'I50.9 Heart failure',
      'Ejection fraction 45 percent. Daily weighing explained, diuretic started.',
      'Furosemide 20 mg in the morning',
    ),
  ],
  dermatology: [
    aCase(
      'Itchy rash on both arms',
      'L20.9 Atopic dermatitis',
      'Dry, eczematous skin in the elbow folds. Emollients daily, steroid cream for ten days.',
      'Hydrocortisone 1 % cream, twice a day',
    ),
    aCase(
      'A mole that has changed',
      'D22.9 Melanocytic naevus',
      'Dermatoscopy regular. Photographed; compare in six months.',
    ),
    aCase(
      'Acne',
      'L70.0 Acne vulgaris',
      'Inflammatory papules on face and back. Topical treatment, review in eight weeks.',
      'Adapalene 0.1 % gel at night',
    ),
  ],
  paediatrics: [
    aCase(
      'Ear ache',
      'H66.9 Otitis media',
      'Right drum red and bulging. Pain relief, antibiotics if no better in two days.',
      'Ibuprofen syrup by weight',
    ),
    aCase(
      'Development check',
      'Z00.1 Routine child health examination',
      'Height and weight on the 50th percentile, milestones reached.',
    ),
  ],
  gynaecology: [
    aCase(
      'Annual examination',
      'Z01.4 Gynaecological examination',
      'Examination unremarkable, smear taken. Result in two weeks.',
    ),
    aCase(
      'Prenatal visit, week 24',
      'Z34.9 Supervision of normal pregnancy',
      'Growth as expected, heartbeat regular. Glucose tolerance test arranged.',
      'Iron 80 mg, once a day',
    ),
  ],
  orthopaedics: [
    aCase(
      'Knee pain after running',
      'M76.5 Patellar tendinitis',
      'Tender below the patella, no effusion. Load reduced, eccentric exercises shown.',
    ),
    aCase(
      'Low back pain',
      'M54.5 Low back pain',
      'No red flags. Stay active, heat, physiotherapy.',
      'Naproxen 500 mg, twice a day for a week',
    ),
  ],
  ophthalmology: [
    aCase(
      'Blurred sight at a distance',
      'H52.1 Myopia',
      'Visual acuity 0.6 both sides, corrected 1.0. Glasses prescribed.',
      'Glasses: right -1.25, left -1.50',
    ),
    aCase(
      'Pressure check',
      'H40.0 Glaucoma suspect',
      'Pressure 19 and 20 mmHg under drops, field stable.',
      'Latanoprost drops at night',
    ),
  ],
  neurology: [
    aCase(
      'Migraine more often',
      'G43.0 Migraine without aura',
      'Six attacks a month. Diary started, prophylaxis discussed.',
      'Sumatriptan 50 mg at the onset',
    ),
    aCase(
      'Tingling in the hand',
      'G56.0 Carpal tunnel syndrome',
      'Phalen positive. Splint at night, conduction study arranged.',
    ),
  ],
  psychiatry: [
    aCase(
      'Sleepless and low',
      'F32.1 Moderate depressive episode',
      'Sleep and drive reduced for two months, no suicidal thoughts. Therapy weekly.',
      'Sertraline 50 mg in the morning',
    ),
    aCase('Panic on the underground', 'F41.0 Panic disorder', 'Exposure planned in steps, breathing practised.'),
  ],
  endocrinology: [
    aCase(
      'Diabetes review',
      'E11.9 Type 2 diabetes mellitus',
      'HbA1c 7.1 percent, feet and kidneys unremarkable.',
      'Metformin 1,000 mg, twice a day',
    ),
    aCase(
      'Thyroid follow-up',
      'E03.9 Hypothyroidism',
      'TSH 2.4 on current dose, no complaints.',
      'Levothyroxine 75 µg, fasting',
    ),
  ],
  otolaryngology: [
    aCase(
      'Hay fever',
      'J30.1 Allergic rhinitis due to pollen',
      'Mucosa pale and swollen. Nasal steroid for the season.',
      'Mometasone nasal spray, once a day',
    ),
    aCase('Hears badly on one side', 'H61.2 Impacted cerumen', 'Wax removed, hearing restored.'),
  ],
  physiotherapy: [
    aCase(
      'After knee surgery, week 4',
      'Z50.1 Physical therapy',
      'Flexion 100 degrees. Strengthening begun, stairs without pain.',
    ),
    aCase('Stiff shoulder', 'M75.0 Adhesive capsulitis', 'Mobilised in all planes, home programme adjusted.'),
  ],
} as const satisfies Record<string, readonly ClinicalCase[]>;
