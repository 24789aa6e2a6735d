export { BoardMemory } from './board-memory.js';
