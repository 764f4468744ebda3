// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract Brake {
    uint256 public asked;

    function check(uint256 x) external returns (uint256) {
        asked = x;
        return x;
    }
}

/// Returns more bytes than its interface says; in the odd functions they are the brake's.
contract Longer {
    Brake immutable brake;

    constructor(Brake brake_) {
        brake = brake_;
    }

    function even() external returns (uint256) {
        brake.check(5);
        assembly {
            mstore(0, 1)
            mstore(32, 7)
            return(0, 64)
        }
    }

    function odd() external returns (uint256) {
        uint256 said = brake.check(5);
        assembly {
            mstore(0, 1)
            mstore(32, said)
            return(0, 64)
        }
    }

    function cut() external returns (bool) {
        uint256 said = brake.check(5);
        assembly {
            mstore(0, 1)
            return(0, add(32, gt(said, 1)))
        }
    }
}

/// What it returns beside its interface is how many were accused.
contract Told {
    mapping(address => bool) public out;
    uint256 public accused;
    uint256 public calls;

    function accuse(address a) external {
        out[a] = true;
        accused++;
    }

    function same() external {
        require(!out[msg.sender]);
        calls++;
    }

    function count() external {
        require(!out[msg.sender]);
        calls++;
        assembly {
            mstore(0, sload(accused.slot))
            return(0, 32)
        }
    }
}
