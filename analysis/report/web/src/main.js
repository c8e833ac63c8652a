// The page works without this script; the script adds charts, the choices (year, language, theme) and downloads.
import { startCharts } from './chart.js';
import { startChoices } from './choices.js';
import { startFolds } from './folds.js';
import { startPrinting } from './print.js';
import { mountSections } from './sections.js';
import { startTables } from './tables.js';

startFolds();
startChoices();
startTables();
mountSections();
startCharts();
startPrinting();
