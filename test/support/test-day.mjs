/**
 * Loaded into a product before it starts (see product.ts): its clock begins on the tests' day, so that the demo, whose
 * dates follow today, is the same whenever the tests run. Nothing else in it reads the time (architecture.spec.ts).
 */
const { now } = Date;
const ahead = Date.parse(process.env.INDGANG_TEST_BEGINS) - now();
Date.now = () => now() + ahead;
