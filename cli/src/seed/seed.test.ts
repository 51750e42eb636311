import { verifyPassword } from '@consulta/gateway/auth/password';
import { createTestDatabase } from '@consulta/test/kit/database';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoAccounts, demoPassword } from '../demo-accounts.ts';
import { withClient } from '../postgres/client.ts';
import { seed } from './seed.ts';

// A Monday at noon in Madrid, in the week after Europe's clocks went back.
const now = new Date('2026-10-26T11:00:00Z');

describe('a seeded database', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    await seed(database.connectionString, { scale: 'demo', demoPasswords: true, now });
    client = new pg.Client({ connectionString: database.connectionString });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  async function rows(sql: string): Promise<Record<string, unknown>[]> {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  }

  test('has appointments of every status, past and future', async () => {
    const [found] = await rows(`
      select array_agg(distinct status order by status) as statuses,
             count(*) filter (where starts_at < '${now.toISOString()}') > 1000 as past,
             count(*) filter (where starts_at > '${now.toISOString()}') > 200 as future
      from appointments.appointment`);

    const statuses = 'arrived booked cancelled checked_in entered_in_error fulfilled no_show pending'.split(' ');
    expect(found).toEqual({ statuses, past: true, future: true });
  });

  test('has nobody in two places', async () => {
    const twice = await rows(`
      select from appointments.appointment one
      join appointments.appointment other
        on (one.doctor_id = other.doctor_id or one.patient_id = other.patient_id) and one.id < other.id
       and tstzrange(one.starts_at, one.ends_at) && tstzrange(other.starts_at, other.ends_at)`);

    expect(twice).toHaveLength(0);
  });

  test('has every appointment on the grid, inside a rule with its buffers, and outside of absences', async () => {
    const misplaced = await rows(`
      select appointment.id from appointments.appointment
      join appointments.schedule on schedule.id = schedule_id
      join appointments.bookable_service using (service_id)
      where not exists (
          select from appointments.availability_rule rule,
            lateral (select (starts_at - make_interval(mins => buffer_before_minutes)) at time zone rule.time_zone as from_local,
                            (ends_at + make_interval(mins => buffer_after_minutes)) at time zone rule.time_zone as to_local) busy
          where rule.schedule_id = appointment.schedule_id and rule.clinic_id = appointment.clinic_id
            and rule.day_of_week = extract(isodow from from_local)
            and rule.starts <= from_local::time and to_local::time <= rule.ends
            and appointment.modality = any(rule.modalities)
            and extract(epoch from (starts_at at time zone rule.time_zone)::time - rule.starts)::int % (slot_minutes * 60) = 0)
        or exists (
          select from appointments.availability_exception exception
          where exception.schedule_id = appointment.schedule_id and during && tstzrange(starts_at, ends_at))
        or not modality = any(bookable_service.modalities)
        or ends_at - starts_at <> make_interval(mins => duration_minutes)`);

    expect(misplaced).toHaveLength(0);
  });

  test('has events without gaps that lead to the state of their appointment', async () => {
    const wrong = await rows(`
      with course as (
        select *, row_number() over steps as place, lag(status_to) over steps as before,
               lag(occurred_at) over steps as earlier
        from appointments.appointment_event window steps as (partition by appointment_id order by seq)
      )
      select appointment.id from appointments.appointment
      left join course on course.appointment_id = appointment.id
      where course.seq is null or seq <> place or course.version <> seq
         or status_from is distinct from before or occurred_at < earlier or occurred_at > '${now.toISOString()}'
         or (seq = appointment.version and (status_to <> appointment.status or course.starts_at <> appointment.starts_at))
         or seq > appointment.version`);

    expect(wrong).toHaveLength(0);
  });

  test('allocates the time of live appointments, and of no other', async () => {
    const wrong = await rows(`
      select appointment.id from appointments.appointment
      full join appointments.slot_allocation on appointment_id = appointment.id
      where (appointment.ends_at > '${now.toISOString()}' and appointment.status not in ('cancelled', 'no_show', 'entered_in_error')
             and appointment_id is null)
         or (appointment_id is not null and (appointment.id is null
             or appointment.status in ('cancelled', 'no_show', 'entered_in_error')
             or visit <> tstzrange(appointment.starts_at, appointment.ends_at)
             or (appointment.status = 'pending') <> (slot_allocation.status = 'busy_tentative')))`);

    expect(wrong).toHaveLength(0);
  });

  test('has a medical record of every visit that took place, with as many versions as it says', async () => {
    const wrong = await rows(`
      select appointment.id from appointments.appointment
      left join records.medical_record on appointment_id = appointment.id
      where (appointment.status = 'fulfilled') <> (medical_record.id is not null)
         or medical_record.version <> (select count(*) from records.medical_record_version where record_id = medical_record.id)`);

    expect(wrong).toHaveLength(0);
  });

  test('has read models that say what their sources say', async () => {
    const wrong = await rows(`
      select doctor_id, patient_id from patients.care_relationship
      full join (
        select doctor_id, patient_id, clinic_id, count(*)::int as appointments from appointments.appointment
        where status not in ('pending', 'cancelled', 'entered_in_error') group by 1, 2, 3
      ) source using (doctor_id, patient_id, clinic_id)
      where care_relationship.appointments is distinct from source.appointments
      union all
      select doctor_id, null from appointments.doctor_directory full join providers.doctor on id = doctor_id
      where doctor_directory.languages is distinct from doctor.languages or cardinality(clinic_ids) = 0`);
    const [counts] = await rows(`
      select (select count(*) from records.care_relationship) = (select count(*) from patients.care_relationship) as care,
             (select count(*) from appointments.bookable_service) = (select count(*) from providers.healthcare_service) as services,
             (select count(*) from appointments.clinic_directory) = (select count(*) from providers.clinic) as clinics`);

    expect(wrong).toHaveLength(0);
    expect(counts).toEqual({ care: true, services: true, clinics: true });
  });

  test('has conversations that say what their messages and appointments say, some of them unread', async () => {
    const wrong = await rows(`
      select conversation.appointment_id from appointments.conversation
      join appointments.appointment on appointment.id = appointment_id
      join appointments.message on message.id = last_message_id
      where (conversation.patient_id, conversation.doctor_id, conversation.clinic_id)
            <> (appointment.patient_id, appointment.doctor_id, appointment.clinic_id)
         or message.appointment_id <> appointment.id or message.sent_at <> last_sent_at
         or last_sent_at <> (select max(sent_at) from appointments.message of where of.appointment_id = appointment.id)
         or last_sent_at > '${now.toISOString()}'`);
    const [found] = await rows(`
      select count(*) > 100 as many, count(*) > count(message_id) as unread from appointments.message
      left join appointments.message_receipt on message_id = message.id`);

    expect(wrong).toHaveLength(0);
    expect(found).toEqual({ many: true, unread: true });
  });

  test('has an account of each role that signs in with the demo password', async () => {
    const accounts = await rows(
      'select email, role, password_hash from identity.account where password_hash is not null',
    );

    expect(Object.fromEntries(accounts.map(({ role, email }) => [role, email]))).toEqual(demoAccounts);
    for (const account of accounts) {
      expect(await verifyPassword(demoPassword, String(account['password_hash']))).toBe(true);
    }
  });

  test('has a demo doctor with a full week who treats the demo patient, and staff of two clinics', async () => {
    const [found] = await rows(`
      select count(*) filter (where starts_at between '${now.toISOString()}' and timestamptz '${now.toISOString()}' + interval '5 days') >= 20 as busy,
             bool_or(appointment.patient_id = patient.patient_id and starts_at > '${now.toISOString()}') as treats,
             (select count(*)::int from identity.account_clinic join identity.account on account_id = account.id
              where email = '${demoAccounts.STAFF}') as clinics
      from identity.account doctor
      join identity.account patient on patient.email = '${demoAccounts.PATIENT}'
      join appointments.appointment on appointment.doctor_id = doctor.doctor_id
      where doctor.email = '${demoAccounts.DOCTOR}'`);

    expect(found).toEqual({ busy: true, treats: true, clinics: 2 });
  });

  test('is not seeded again', async () => {
    await expect(seed(database.connectionString, { scale: 'demo' })).rejects.toThrow('holds data already');
  });
});

async function fingerprint(connectionString: string): Promise<unknown> {
  return await withClient(connectionString, async (client) => {
    const { rows } = await client.query(`
      select (select md5(string_agg(t::text, '' order by id)) from appointments.appointment t) as appointments,
             (select md5(string_agg(t::text, '' order by id)) from patients.patient t) as patients,
             (select md5(string_agg(t::text, '' order by id)) from records.medical_record t) as records,
             (select md5(string_agg(t::text, '' order by id)) from appointments.message t) as messages`);
    return rows[0];
  });
}

test('the same scale and instant give the same rows', async () => {
  await using first = await createTestDatabase();
  await using second = await createTestDatabase();

  await seed(first.connectionString, { scale: 'demo', now });
  await seed(second.connectionString, { scale: 'demo', now });

  expect(await fingerprint(first.connectionString)).toEqual(await fingerprint(second.connectionString));
});

test('without demo passwords nobody can sign in with one', async () => {
  await using database = await createTestDatabase();
  await seed(database.connectionString, { scale: 'demo' });

  const passwords = await withClient(database.connectionString, (client) =>
    client.query('select from identity.account where password_hash is not null'),
  );

  expect(passwords.rowCount).toBe(0);
});

test('of two that seed at the same time, one does and one is refused', async () => {
  await using database = await createTestDatabase();

  const both = await Promise.allSettled([1, 2].map(() => seed(database.connectionString, { scale: 'demo' })));

  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a seed that fails on the way leaves nothing', async () => {
  await using database = await createTestDatabase();
  const broken = seed(database.connectionString, {
    scale: 'demo',
    onProgress: ({ phase }) => {
      if (phase === 'read models') throw new Error('the power is gone');
    },
  });
  await expect(broken).rejects.toThrow('the power is gone');

  await seed(database.connectionString, { scale: 'demo' });
});
