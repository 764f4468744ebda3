// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

bytes32 constant IMPLEMENTATION = 0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc;

/// Passes every call on to the implementation (ERC-1967), which never changes.
contract Forwarder {
    constructor(address implementation, bytes memory data) {
        assembly {
            sstore(IMPLEMENTATION, implementation)
        }
        if (data.length > 0) {
            (bool ok, ) = implementation.delegatecall(data);
            require(ok);
        }
    }

    fallback() external {
        assembly {
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), sload(IMPLEMENTATION), 0, calldatasize(), 0, 0)
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

/// The same, but anyone may replace the implementation.
contract Replaceable is Forwarder {
    constructor(address implementation, bytes memory data) Forwarder(implementation, data) {}

    function replace(address by) external {
        assembly {
            sstore(IMPLEMENTATION, by)
        }
    }
}

/// The code of a minimal proxy (EIP-1167).
contract Clone {
    constructor(address implementation) {
        bytes memory code =
            abi.encodePacked(hex"363d3d373d3d3d363d73", implementation, hex"5af43d82803e903d91602b57fd5bf3");
        assembly {
            return(add(code, 32), mload(code))
        }
    }
}

contract Account {
    mapping(address => uint256) public owed;
    uint256 public total;
    uint256 public cap;
    address public owner;

    function initialize(address by, uint256 to) external {
        require(owner == address(0), "already set up");
        owner = by;
        cap = to;
    }

    function put(uint256 amount) external {
        require(total + amount <= cap, "full");
        owed[msg.sender] += amount;
        total += amount;
    }

    function setCap(uint256 to) external {
        require(msg.sender == owner, "not the owner");
        require(to >= total, "too low");
        cap = to;
    }
}

/// Its upgrader may replace the implementation.
contract UpgradeableAccount is Account {
    address public upgrader;

    function setUpgrader(address to) external {
        require(msg.sender == owner && cap > 1000000, "not the owner");
        upgrader = to;
    }

    function upgrade(address to) external {
        require(upgrader == msg.sender, "not the upgrader");
        assembly {
            sstore(IMPLEMENTATION, to)
        }
    }
}
