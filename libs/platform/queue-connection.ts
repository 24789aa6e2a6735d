/** BullMQ's own tables live here on PostgreSQL, apart from ours; the owner makes them, the application uses them. */
export const QUEUE_SCHEMA = 'bullmq';
