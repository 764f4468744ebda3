// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;
contract C { uint256[] a; uint256[] b; constructor() { a.push(); b.push(); } function set(uint256 v) external { a[0] = v; } function _get(uint256[] storage s) internal view returns (uint256) { uint256 t = s.length > 1 ? 3 : 0; if (t == 3) { t = s[1] * 2 + s[0] * s[0]; } return t + s[0]; } function get() external view returns (uint256) { return _get(a); } function get2() external view returns (uint256) { return _get(b); } }
