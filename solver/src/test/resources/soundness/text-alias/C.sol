// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { string s; string[] list;
 constructor() { s = "a text that is longer than thirty-two bytes"; list.push(s); list.push(s); }
 function numbers() private pure returns (uint256[] storage a) { assembly { a.slot := 0 } }
 function texts() private pure returns (uint256[][] storage a) { assembly { a.slot := 1 } }
 function set(string calldata t) external { s = t; }
 function setSecond(string calldata t) external { list[1] = t; }
 function first() external view returns (uint256) { return numbers()[0]; }
 function ofSecond() external view returns (uint256) { return texts()[1][0]; } }
