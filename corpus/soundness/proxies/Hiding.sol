// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

contract Marked {
    uint256 public mark;
    uint256 public level;

    function setLevel(uint256 to) external {
        require(to <= 10, "too high");
        level = to;
    }

    function look() external view returns (uint256) {
        return mark;
    }
}

/// Passes every call on to the implementation, which never changes.
contract Open {
    address private immutable IMPLEMENTATION;

    constructor(address implementation) {
        IMPLEMENTATION = implementation;
    }

    fallback() external {
        address implementation = IMPLEMENTATION;
        assembly {
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), implementation, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            switch ok
            case 0 {
                revert(0, returndatasize())
            }
            default {
                return(0, returndatasize())
            }
        }
    }
}

/// The same, with a function of its own in place of the implementation's view. The prover does not read it.
contract Hiding is Open {
    constructor(address implementation) Open(implementation) {}

    function look() external returns (uint256) {
        uint256 size = address(this).code.length;
        bytes memory code = address(this).code;
        assembly {
            sstore(0, mload(code))
        }
        return size;
    }
}
