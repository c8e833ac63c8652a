// Only the parts of the chart library that the page uses.
import { init, use } from 'echarts/core';
import { CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

use([CustomChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);
export { init };
