import { attachment } from './attachment.rules.js';

describe('a download', () => {
  it.each([
    ['net.csv', `attachment; filename="net.csv"; filename*=UTF-8''net.csv`],
    ['netværk "Bo".csv', `attachment; filename="netv_rk _Bo_.csv"; filename*=UTF-8''netv%C3%A6rk%20%22Bo%22.csv`],
    ["a'b\r\nc.csv", `attachment; filename="a_b__c.csv"; filename*=UTF-8''a%27b%0D%0Ac.csv`],
  ])('%j has the header %s', (name, header) => {
    expect(attachment(name)).toBe(header);
  });
});
