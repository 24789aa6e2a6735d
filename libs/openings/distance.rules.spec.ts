import { boxAround, kmFrom } from './distance.rules.js';

const nyborg = { lat: 55.31, lon: 10.79 };

describe('distance from a postal district', () => {
  // Great-circle distances, computed apart from this code (haversine, radius 6371 km).
  it.each([
    ['Odense', 55.4, 10.39, 27.2],
    ['Svendborg', 55.06, 10.61, 30.1],
    ['Kerteminde', 55.45, 10.66, 17.6],
    ['Nyborg itself', 55.31, 10.79, 0],
    ['Aalborg', 57.05, 9.92, 200.8],
  ])('%s lies as far as on the globe, to half a per cent', (_, lat, lon, km) => {
    const measured = kmFrom(boxAround({ ...nyborg, km: 25 }), lat, lon);
    expect(Math.abs(measured - km)).toBeLessThanOrEqual(Math.max(0.2, km * 0.005));
  });

  it('has every point of the circle inside its box', () => {
    const box = boxAround({ ...nyborg, km: 25 });
    for (let degrees = 0; degrees < 360; degrees += 5) {
      const lat = box.lat + (24.9 / 111.2) * Math.sin((degrees * Math.PI) / 180);
      const lon = box.lon + (24.9 / box.kmPerLon) * Math.cos((degrees * Math.PI) / 180);
      expect(lat > box.south && lat < box.north && lon > box.west && lon < box.east).toBe(true);
      expect(kmFrom(box, lat, lon)).toBeCloseTo(24.9, 6);
    }
  });
});
