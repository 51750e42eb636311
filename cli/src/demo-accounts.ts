/** One account of each role; the demo seed makes them. */
export const demoAccounts = {
  PATIENT: 'patient@demo.local',
  DOCTOR: 'doctor@demo.local',
  STAFF: 'staff@demo.local',
  ADMIN: 'admin@demo.local',
} as const;

/** The password of all demo accounts. */
export const demoPassword = 'demo-consulta';
