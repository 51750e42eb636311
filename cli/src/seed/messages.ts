import type { Client } from 'pg';
import { demoAccounts } from '../demo-accounts.ts';

/**
 * Some patients have asked their doctor something, in one statement: it is made of rows that are there, by their ids, so
 * the same rows get the same messages. Every conversation of the demo patient is there.
 *
 * @param now nobody wrote after it
 */
export async function sowMessages(client: Client, now: Date): Promise<void> {
  await client.query(
    `with spoken as (
       select appointment.id, appointment.patient_id, appointment.doctor_id, clinic_id, appointment.created_at,
              patient.id as patient_account, doctor.id as doctor_account,
              get_byte(decode(md5(appointment.id::text), 'hex'), 0) as dice
       from appointments.appointment
       join identity.account patient on patient.patient_id = appointment.patient_id
       join identity.account doctor on doctor.doctor_id = appointment.doctor_id
       where appointment.status in ('booked', 'fulfilled') and appointment.created_at < $1::timestamptz - interval '1 day'
         and (get_byte(decode(md5(appointment.id::text), 'hex'), 0) < 26 or lower(patient.email) = $2)
     ),
     said as (
       select spoken.id as appointment_id, number, role, account, body, created_at + later as sent_at, dice,
              md5(spoken.id::text || number) as noise
       from spoken cross join lateral (values
         (1, 'PATIENT', patient_account, interval '1 hour', (array[
           'Do I have to come with an empty stomach?', 'Should I bring my earlier results?', 'May I bring my daughter along?'
         ])[dice % 3 + 1]),
         (2, 'DOCTOR', doctor_account, interval '5 hours', (array[
           'No, eat and drink as usual.', 'Yes, please: bring whatever you have.', 'Of course.'
         ])[dice % 3 + 1]),
         (3, 'PATIENT', patient_account, interval '6 hours', 'Thank you!')
       ) as part(number, role, account, later, body)
     ),
     -- Ids that grow with time, as those that the service makes (RFC 9562, version 7).
     message as (
       select appointment_id, number, role, account, body, sent_at, dice,
              (lpad(to_hex((extract(epoch from sent_at) * 1000)::bigint), 12, '0')
                  || '7' || substr(noise, 1, 3) || '8' || substr(noise, 4, 15))::uuid as id
       from said
     ),
     written as (
       insert into appointments.message (id, appointment_id, author_account, author_role, body, sent_at)
       select id, appointment_id, account, role, body, sent_at from message
     ),
     read as (
       insert into appointments.message_receipt (message_id, account_id, reader_role, read_at)
       select message.id, reader.account, reader.role, message.sent_at + interval '30 minutes'
       from message join message reader
         on reader.appointment_id = message.appointment_id and reader.number = case message.number when 2 then 1 else 2 end
       where message.number < 3 or message.dice % 2 = 0
     )
     insert into appointments.conversation
       (appointment_id, patient_id, doctor_id, clinic_id, last_message_id, last_sent_at)
     select spoken.id, patient_id, doctor_id, clinic_id, message.id, message.sent_at
     from spoken join message on message.appointment_id = spoken.id and message.number = 3`,
    [now, demoAccounts.PATIENT],
  );
}
