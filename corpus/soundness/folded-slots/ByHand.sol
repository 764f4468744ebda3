// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract ByHand {
    mapping(uint256 => uint256) public m;
    uint256 public total;

    function byName(uint64 x) external {
        m[0] += x;
        total += x;
    }

    function byNumber(uint64 x) external {
        assembly {
            let at := 0xad3228b676f7d3cd4284a5443f17f1962b36e491b30a40b2405849e597ba5fb5
            sstore(at, add(sload(at), x))
        }
        total += x;
    }

    function byWrongNumber(uint64 x) external {
        assembly {
            let at := 0xad3228b676f7d3cd4284a5443f17f1962b36e491b30a40b2405849e597ba5fb6
            sstore(at, add(sload(at), x))
        }
    }
}
